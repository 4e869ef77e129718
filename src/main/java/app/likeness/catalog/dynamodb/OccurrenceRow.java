package app.likeness.catalog.dynamodb;

import app.likeness.model.FaceId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A face of a person on a photo as an item of `Occurrences`, under the person before merges.
///
/// The sort key of a person's first face on a photo is the photo's id, as it always was; that of a
/// further one is the face's id, so that it does not overwrite the first.
record OccurrenceRow(String own, FaceId face, Item faceItem, Item photoItem) {
  private static final String INFIX = "_face_";
  private static final double PERCENT = 100;

  double quality() {
    return faceItem.real("quality");
  }

  String rank() {
    return Stamps.rank(quality(), FaceRow.sortable(face));
  }

  String place() {
    return PhotoRow.place(photoItem);
  }

  String thumbKey() {
    return faceItem.text("thumbKey", "");
  }

  /// The photo that an item belongs to.
  static String photo(Item item) {
    String key = item.text("photoId", "");
    int at = key.indexOf(INFIX);
    return at < 0 ? key : key.substring(0, at);
  }

  /// The face that an item stands for.
  static FaceId face(Item item) {
    return FaceId.parse(photo(item) + INFIX + item.number("n"));
  }

  /// The keys of a person's faces on one photo.
  static Map<Key, OccurrenceRow> keyed(List<OccurrenceRow> faces) {
    Map<Key, OccurrenceRow> keyed = new LinkedHashMap<>();
    faces.stream()
        .sorted(Comparator.comparing(OccurrenceRow::face))
        .forEach(
            row -> {
              Key first = Table.OCCURRENCES.key(row.own, row.face.photo().value());
              Key own = Table.OCCURRENCES.key(row.own, row.face.toString());
              keyed.put(keyed.containsKey(first) ? own : first, row);
            });
    return keyed;
  }

  void write(Unit unit, Key key) {
    Item.Change change = unit.get(key).map(Item::change).orElseGet(Item::empty);
    unit.put(
        Table.OCCURRENCES,
        change
            .text("personId", own)
            .text("photoId", key.sort())
            .number("n", face.n())
            .text("photoBucket", photoItem.raw("s3Bucket"))
            .text("photoKey", photoItem.raw("s3Key"))
            .text("thumbKey", thumbKey())
            .item("boundingBox", faceItem.item("boundingBox"))
            .real("confidence", faceItem.real("score") * PERCENT)
            .text("placed", place() + "#" + face.n())
            .text("rank", rank())
            .done());
  }
}
