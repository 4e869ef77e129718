package app.likeness.catalog.dynamodb;

import java.util.HashSet;
import java.util.Set;

/// Who is shown as whom, noted on both.
final class Members {
  private Members() {}

  /// Shows a person as another, or as themselves again; answers who they were shown as.
  static String show(Unit unit, String person, String as) {
    String before = PersonRow.find(unit, person).map(PersonRow::shown).orElse(person);
    if (before.equals(as)) {
      return before;
    }
    without(unit, before, person);
    PersonRow.change(
        unit,
        person,
        item -> item.change().text("shown", as.equals(person) ? null : as).done());
    if (!as.equals(person)) {
      PersonRow.change(
          unit,
          as,
          item -> {
            Set<String> members = new HashSet<>(item.texts("members"));
            members.add(person);
            return item.change().texts("members", members).done();
          });
    }
    return before;
  }

  static void without(Unit unit, String shown, String person) {
    PersonRow.change(
        unit,
        shown,
        item -> {
          Set<String> members = new HashSet<>(item.texts("members"));
          members.remove(person);
          return item.change().texts("members", members).done();
        });
  }
}
