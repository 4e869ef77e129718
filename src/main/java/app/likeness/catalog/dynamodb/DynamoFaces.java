package app.likeness.catalog.dynamodb;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.FaceTable;
import app.likeness.model.Embedding;
import app.likeness.model.Face;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.Proposal;
import app.likeness.model.Thresholds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The faces in `Faces`, each with its vectors and proposals.
final class DynamoFaces implements FaceTable {
  private final Writer writer;

  DynamoFaces(Writer writer) {
    this.writer = writer;
  }

  @Override
  public List<Face> of(PhotoId photo) {
    View view = writer.view();
    return FaceRow.read(view, FaceRow.of(view, photo.value()));
  }

  @Override
  public Map<FaceId, Face> find(Collection<FaceId> ids) {
    return find(writer.view(), ids);
  }

  static Map<FaceId, Face> find(View view, Collection<FaceId> ids) {
    Set<Key> keys = ids.stream().map(FaceRow::key).collect(Collectors.toSet());
    return FaceRow.read(view, view.get(keys).values()).stream()
        .collect(Collectors.toMap(Face::id, face -> face));
  }

  @Override
  public Page<Face> all(@Nullable String cursor, int limit) {
    String after = cursor == null ? null : Cursor.parts(cursor, 1).getFirst();
    View view = writer.view();
    Query first = Query.of(Index.FACES_BY_ID, "").after(after).fetching(Cursor.limit(limit) + 1);
    Page<Item> items =
        Cursor.page(
            Shard.merged(shard -> view.query(first.in(Integer.toString(shard))), first.order()),
            limit,
            item -> Cursor.of(item.text("faceId", "")));
    return new Page<>(FaceRow.read(view, items.items()), items.next());
  }

  @Override
  public Page<Face> of(PersonId shown, @Nullable String cursor, int limit) {
    String after = cursor == null ? null : Cursor.parts(cursor, 1).getFirst();
    View view = writer.view();
    Query first =
        Query.of(Index.OCCURRENCES_BY_RANK, "").after(after).fetching(Cursor.limit(limit) + 1);
    Set<String> members =
        PersonRow.find(view, shown.value()).map(PersonRow::members).orElse(Set.of());
    Page<Item> items =
        Cursor.page(
            Merged.of(
                members.stream().map(own -> view.query(first.in(own))).toList(), first.order()),
            limit,
            item -> Cursor.of(item.text("rank", "")));
    List<FaceId> ids = items.items().stream().map(OccurrenceRow::face).toList();
    Map<FaceId, Face> faces = find(view, ids);
    return new Page<>(
        ids.stream().map(faces::get).filter(Objects::nonNull).toList(), items.next());
  }

  @Override
  public int lastNumber(PhotoId photo) {
    return PhotoRow.find(writer.view(), photo)
        .map(item -> (int) item.number("lastFaceNumber"))
        .orElse(0);
  }

  @Override
  public void vectors(String model, Thresholds good, BiConsumer<FaceId, Embedding> each) {
    View view = writer.view();
    Shard.each(shard -> view.query(Query.of(Index.FACES_BY_ID, Integer.toString(shard))))
        .forEach(faces -> faces.forEach(face -> vector(face, model, good, each)));
  }

  @Override
  public void vectors(
      PhotoId photo, String model, Thresholds good, BiConsumer<FaceId, Embedding> each) {
    FaceRow.of(writer.view(), photo.value()).forEach(face -> vector(face, model, good, each));
  }

  private static void vector(
      Item face, String model, Thresholds good, BiConsumer<FaceId, Embedding> each) {
    FaceRow.vector(face, model)
        .filter(vector -> vector.length() >= good.quality())
        .filter(_ -> face.number("pixels") >= good.minPixels())
        .ifPresent(vector -> each.accept(FaceRow.id(face), vector));
  }

  @Override
  public Map<FaceId, FaceAttributes> attributes(PhotoId photo) {
    Map<FaceId, FaceAttributes> attributes = new LinkedHashMap<>();
    for (Item face : FaceRow.of(writer.view(), photo.value())) {
      FaceAttributes known = Looks.of(face);
      if (known != null) {
        attributes.put(FaceRow.id(face), known);
      }
    }
    return attributes;
  }

  @Override
  public Map<FaceId, List<Proposal>> proposals(PhotoId photo) {
    Map<FaceId, List<Proposal>> proposals = new LinkedHashMap<>();
    FaceRow.of(writer.view(), photo.value()).stream()
        .flatMap(face -> FaceRow.proposals(face).stream())
        .sorted(Comparator.comparingLong(Proposal::serial))
        .forEach(each -> proposals.computeIfAbsent(each.face(), _ -> new ArrayList<>()).add(each));
    return proposals;
  }

  @Override
  public List<Proposal> since(long serial, int limit) {
    int most = Cursor.limit(limit);
    return writer
        .view()
        .query(Ordered.PROPOSALS.query().after(Long.toString(serial)).fetching(most))
        .limit(most)
        .map(
            item ->
                new Proposal(
                    FaceRow.id(item),
                    new PersonId(item.text("personId", "")),
                    item.real("score"),
                    item.number("seq")))
        .toList();
  }

  /// @throws GalleryException.NotFound when the face is gone
  @Override
  public Proposal propose(FaceId face, PersonId person, double score) {
    return writer.write(
        unit -> {
          Item item =
              unit.get(FaceRow.key(face))
                  .orElseThrow(() -> new GalleryException.NotFound("There is no face " + face + "."));
          PersonRow.know(unit, person.value());
          Proposal proposal = new Proposal(face, person, score, Months.serial(unit));
          List<Proposal> proposals =
              Stream.concat(FaceRow.proposals(item).stream(), Stream.of(proposal)).toList();
          FaceRow.propose(unit, item, proposals);
          return proposal;
        });
  }

  @Override
  public void withdraw(Collection<FaceId> faces) {
    writer.write(
        unit -> {
          Set<String> persons = new HashSet<>();
          for (FaceId face : faces) {
            unit.get(FaceRow.key(face))
                .ifPresent(
                    item -> {
                      FaceRow.proposals(item)
                          .forEach(each -> persons.add(each.person().value()));
                      FaceRow.propose(unit, item, List.of());
                    });
          }
          persons.forEach(person -> Tally.prune(unit, person));
          return true;
        });
  }
}
