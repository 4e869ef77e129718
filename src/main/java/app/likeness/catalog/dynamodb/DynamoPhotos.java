package app.likeness.catalog.dynamodb;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.Month;
import app.likeness.catalog.NewFace;
import app.likeness.catalog.PhotoTable;
import app.likeness.model.FaceId;
import app.likeness.model.Page;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The photos in `Photos`, counted by month in `Decisions`.
final class DynamoPhotos implements PhotoTable {
  private final Writer writer;

  DynamoPhotos(Writer writer) {
    this.writer = writer;
  }

  @Override
  public Photo begin(Photo pending) {
    return writer.write(
        unit -> {
          Optional<Item> known = PhotoRow.find(unit, pending.id());
          if (known.isPresent()) {
            return PhotoRow.read(known.get());
          }
          Item item =
              PhotoRow.of(pending.with(PhotoState.PENDING, pending.reason()), Item.empty().done());
          PhotoRow.write(unit, null, item);
          return PhotoRow.read(item);
        });
  }

  @Override
  public Optional<Photo> find(PhotoId id) {
    return PhotoRow.find(writer.view(), id).map(PhotoRow::read);
  }

  @Override
  public boolean advance(PhotoId id, PhotoState from, PhotoState to) {
    return writer.write(
        unit -> {
          boolean moved =
              change(unit, id, item -> PhotoRow.state(item) == from, item -> PhotoRow.in(item, to))
                  .isPresent();
          if (moved && to == PhotoState.DELETING) {
            Tally.settling(unit, tally -> tally.change(id, () -> release(unit, id)));
          }
          return moved;
        });
  }

  private static void release(Unit unit, PhotoId id) {
    for (Item face : FaceRow.of(unit, id.value())) {
      Looks.count(unit, face, -1);
      unit.put(Table.FACES, Looks.without(face).change().without("own").done());
    }
  }

  @Override
  public Optional<Photo> lease(PhotoId id, String owner, Instant now, Instant until) {
    return writer.write(
        unit ->
            change(
                    unit,
                    id,
                    item ->
                        switch (PhotoRow.state(item)) {
                          case UPLOADED -> true;
                          case WORKING -> item.number("leaseUntil") <= now.toEpochMilli();
                          default -> false;
                        },
                    item ->
                        PhotoRow.in(item, PhotoState.WORKING)
                            .change()
                            .text("leaseOwner", owner)
                            .number("leaseUntil", until.toEpochMilli())
                            .done())
                .map(PhotoRow::read));
  }

  /// Writes a photo anew if a condition holds; answers its item then.
  private static Optional<Item> change(
      Unit unit, PhotoId id, Predicate<Item> condition, UnaryOperator<Item> change) {
    return PhotoRow.find(unit, id)
        .filter(condition)
        .map(
            before -> {
              Item after = change.apply(before);
              PhotoRow.write(unit, before, after);
              return after;
            });
  }

  private static boolean leased(Item item, String owner) {
    return PhotoRow.state(item) == PhotoState.WORKING && owner.equals(item.raw("leaseOwner"));
  }

  @Override
  public boolean complete(
      Photo ready, List<NewFace> faces, Set<FaceId> kept, @Nullable String owner) {
    return writer.write(
        unit -> {
          Optional<Item> item =
              PhotoRow.find(unit, ready.id())
                  .filter(
                      found ->
                          owner == null
                              ? PhotoRow.state(found) == PhotoState.READY
                              : leased(found, owner));
          item.ifPresent(
              before ->
                  Tally.settling(
                      unit,
                      tally ->
                          tally.change(
                              ready.id(),
                              () -> {
                                replace(unit, ready.id(), faces, kept);
                                ready(unit, ready, before);
                              })));
          return item.isPresent();
        });
  }

  private static void replace(Unit unit, PhotoId photo, List<NewFace> faces, Set<FaceId> kept) {
    Set<FaceId> staying = new HashSet<>(kept);
    faces.forEach(face -> staying.add(face.id()));
    for (Item old : FaceRow.of(unit, photo.value())) {
      if (!staying.contains(FaceRow.id(old))) {
        Looks.count(unit, old, -1);
        FaceRow.remove(unit, old);
      }
    }
    for (NewFace face : faces) {
      if (!face.id().photo().equals(photo)) {
        throw new IllegalArgumentException(face.id() + " is no face of " + photo);
      }
      Item before = unit.get(FaceRow.key(face.id())).orElseGet(() -> Item.empty().done());
      Looks.count(unit, before, -1);
      Item after = FaceRow.of(face, before);
      Looks.count(unit, after, 1);
      unit.put(Table.FACES, after);
    }
  }

  private static void ready(Unit unit, Photo ready, Item before) {
    List<Item> faces = FaceRow.of(unit, ready.id().value());
    long highest = faces.stream().mapToLong(face -> face.number("n")).max().orElse(0);
    Item after =
        PhotoRow.of(ready.with(PhotoState.READY, ready.reason()), before)
            .change()
            .number("faceCount", faces.size())
            .number("lastFaceNumber", Math.max(before.number("lastFaceNumber"), highest))
            .done();
    PhotoRow.write(unit, before, after);
  }

  @Override
  public boolean fail(PhotoId id, String owner, String reason) {
    return writer.write(
        unit ->
            change(
                    unit,
                    id,
                    item -> leased(item, owner),
                    item ->
                        PhotoRow.in(item, PhotoState.INVALID)
                            .change()
                            .text("reason", reason)
                            .done())
                .isPresent());
  }

  @Override
  public Page<Photo> inState(PhotoState state, @Nullable String cursor, int limit) {
    String after = cursor == null ? null : Cursor.parts(cursor, 1).getFirst();
    View view = writer.view();
    Query first = Query.of(Index.PHOTOS_BY_STATE, "").after(after).fetching(Cursor.limit(limit) + 1);
    Stream<Item> items =
        Shard.merged(
            shard -> view.query(first.in(PhotoRow.shard(state, shard))), first.order());
    return Cursor.page(items.map(PhotoRow::read), limit, photo -> Cursor.of(photo.id()));
  }

  @Override
  public Page<Photo> timeline(@Nullable YearMonth from, @Nullable String cursor, int limit) {
    String before = cursor == null ? null : Cursor.parts(cursor, 1).getFirst();
    String newest = before != null ? Stamps.month(before) : from == null ? null : from.toString();
    View view = writer.view();
    Stream<Item> items =
        Months.list(view).stream()
            .map(month -> month.month().toString())
            .filter(month -> newest == null || month.compareTo(newest) <= 0)
            .flatMap(
                month ->
                    view.query(
                        Query.of(Index.PHOTOS_BY_MONTH, month)
                            .backwards()
                            .after(before)
                            .fetching(Cursor.limit(limit) + 1)));
    return Cursor.page(items, limit, item -> Cursor.of(PhotoRow.place(item))).map(PhotoRow::read);
  }

  @Override
  public List<Month> months() {
    return Months.list(writer.view());
  }

  private static void erase(Unit unit, Item face) {
    Looks.count(unit, face, -1);
    FaceRow.remove(unit, face);
  }

  @Override
  public void erase(PhotoId id) {
    writer.write(
        unit -> {
          Tally.settling(
              unit,
              tally -> {
                tally.change(
                    id, () -> FaceRow.of(unit, id.value()).forEach(face -> erase(unit, face)));
                Mentions.strike(unit, id);
                DynamoNotes.strike(unit, id);
                PhotoRow.find(unit, id).ifPresent(item -> PhotoRow.write(unit, item, null));
              });
          return true;
        });
  }
}
