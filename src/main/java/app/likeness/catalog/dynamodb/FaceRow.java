package app.likeness.catalog.dynamodb;

import app.likeness.catalog.NewFace;
import app.likeness.model.Box;
import app.likeness.model.Embedding;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.Proposal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A face as an item of `Faces`, with its vector of each model and the machine's proposals for it.
final class FaceRow {
  private FaceRow() {}

  static Key key(FaceId id) {
    return Table.FACES.key(id.photo().value(), id.n());
  }

  /// The items of a photo's faces, by number.
  static List<Item> of(View view, String photo) {
    return view.query(Query.of(Table.FACES, photo)).toList();
  }

  static FaceId id(Item item) {
    return new FaceId(new PhotoId(item.text("photoId", "")), (int) item.number("n"));
  }

  /// An id as a text that sorts as ids do.
  static String sortable(FaceId id) {
    return String.format(Locale.ROOT, "%s#%09d", id.photo(), id.n());
  }

  /// A face with its number made one to be listed.
  static Item.Change of(FaceId id, Item before) {
    return before
        .change()
        .text("photoId", id.photo())
        .number("n", id.n())
        .text("shard", Shard.of(id.photo().value()))
        .text("faceId", sortable(id));
  }

  static Item of(NewFace face, Item before) {
    Embedding embedding = face.embedding();
    Item.Change vector = Item.empty().real("length", (double) embedding.length());
    if (embedding.vector().length > 0) {
      vector.bytes("vector", embedding.toBytes());
    }
    Item.Change change = of(face.id(), before);
    Looks.put(change, face.attributes());
    return change
        .item("boundingBox", box(face.box()))
        .real("score", face.score())
        .real("quality", (double) embedding.length())
        .number("pixels", face.pixels())
        .text("thumbKey", face.thumbKey())
        .item("vectors", before.item("vectors").change().item(embedding.model(), vector.done()).done())
        .done();
  }

  /// As the reference system has it.
  static Item box(Box box) {
    return Item.empty()
        .real("Left", box.left())
        .real("Top", box.top())
        .real("Width", box.width())
        .real("Height", box.height())
        .done();
  }

  static @Nullable String own(Item item) {
    return item.raw("own");
  }

  static Optional<Embedding> vector(Item item, String model) {
    Item vector = item.item("vectors").item(model);
    return vector.has("vector")
        ? Optional.of(Embedding.of(model, vector.bytes("vector"), (float) vector.real("length")))
        : Optional.empty();
  }

  /// Faces with the persons they are shown as.
  static List<Face> read(View view, Collection<Item> items) {
    Set<Key> owners =
        items.stream()
            .map(FaceRow::own)
            .flatMap(Stream::ofNullable)
            .map(Table.PERSONS::key)
            .collect(Collectors.toSet());
    Map<Key, Item> persons = owners.isEmpty() ? Map.of() : view.get(owners);
    return items.stream().map(item -> read(item, persons)).toList();
  }

  private static Face read(Item item, Map<Key, Item> persons) {
    String own = own(item);
    Item person = own == null ? null : persons.get(Table.PERSONS.key(own));
    Item box = item.item("boundingBox");
    return new Face(
        id(item),
        new Box(box.real("Left"), box.real("Top"), box.real("Width"), box.real("Height")),
        item.real("score"),
        item.real("quality"),
        (int) item.number("pixels"),
        item.text("thumbKey", ""),
        own == null ? null : new PersonId(own),
        person == null ? null : new PersonId(PersonRow.shown(person)));
  }

  static List<Proposal> proposals(Item item) {
    FaceId face = id(item);
    return item.items("proposals").stream()
        .map(
            each ->
                new Proposal(
                    face,
                    new PersonId(each.text("personId", "")),
                    each.real("score"),
                    each.number("serial")))
        .toList();
  }

  /// Writes a face's proposals, and the list of all proposals, and how many each person has.
  static void propose(Unit unit, Item face, List<Proposal> proposals) {
    for (Proposal old : proposals(face)) {
      if (!proposals.contains(old)) {
        unit.remove(Ordered.PROPOSALS.key(old.serial()));
        PersonRow.proposed(unit, old.person().value(), -1);
      }
    }
    for (Proposal each : proposals) {
      if (!proposals(face).contains(each)) {
        unit.put(Table.DECISIONS, item(Ordered.PROPOSALS.make(each.serial()), each)
            .text("photoId", each.face().photo())
            .number("n", each.face().n())
            .done());
        PersonRow.proposed(unit, each.person().value(), 1);
      }
    }
    List<Item> items =
        proposals.stream()
            .map(each -> item(Item.empty().number("serial", each.serial()), each).done())
            .toList();
    unit.put(Table.FACES, face.change().items("proposals", items).done());
  }

  private static Item.Change item(Item.Change change, Proposal proposal) {
    return change.text("personId", proposal.person()).real("score", proposal.score());
  }

  /// Removes a face with its proposals.
  static void remove(Unit unit, Item face) {
    propose(unit, face, List.of());
    unit.remove(Table.FACES.key(face));
  }
}
