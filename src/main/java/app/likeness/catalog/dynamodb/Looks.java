package app.likeness.catalog.dynamodb;

import app.likeness.catalog.LookCounts;
import app.likeness.model.FaceAttributes;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What faces look like, kept with each, and how many look how, counted over all.
final class Looks {
  private static final String ATTRIBUTES = "attributes";
  private static final String AGE = "age";
  private static final String SMILING = "smiling";
  private static final String SERIOUS = "notSmiling";

  private Looks() {}

  static @Nullable FaceAttributes of(Item face) {
    String text = face.raw(ATTRIBUTES);
    return text == null ? null : FaceAttributes.parse(text);
  }

  /// Puts down what a face looks like; what was known stays where nobody looked again.
  static void put(Item.Change face, @Nullable FaceAttributes attributes) {
    if (attributes != null) {
      face.text(ATTRIBUTES, attributes.toText());
    }
  }

  static Item without(Item face) {
    return face.change().without(ATTRIBUTES).done();
  }

  /// Counts a face in or out.
  static void count(Unit unit, Item face, int sign) {
    FaceAttributes attributes = of(face);
    if (attributes != null) {
      Item.Change totals = Ordered.TOTALS.change(unit, 0);
      add(totals, AGE + attributes.ageGroup(), sign);
      add(totals, attributes.smiles() ? SMILING : SERIOUS, sign);
      unit.put(Table.DECISIONS, totals.done());
    }
  }

  private static void add(Item.Change totals, String name, int sign) {
    totals.number(name, totals.done().number(name) + sign);
  }

  static LookCounts counts(View view) {
    Item totals = Ordered.TOTALS.change(view, 0).done();
    return new LookCounts(
        IntStream.range(0, FaceAttributes.AGE_GROUPS)
            .mapToObj(group -> (int) totals.number(AGE + group))
            .toList(),
        List.of((int) totals.number(SMILING), (int) totals.number(SERIOUS)));
  }
}
