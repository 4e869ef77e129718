package app.likeness.cli;

import app.likeness.catalog.PeopleQuery;
import app.likeness.gallery.Gallery;
import app.likeness.model.GalleryException.Conflict;
import app.likeness.model.GalleryException.NotFound;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lists read to their end, page by page, and people found by what a user types.
final class Lists {
  static final int PAGE = 500;

  private Lists() {}

  static <T> void pages(Function<@Nullable String, Page<T>> list, Consumer<List<T>> each) {
    @Nullable String cursor = null;
    do {
      Page<T> page = list.apply(cursor);
      each.accept(page.items());
      cursor = page.next();
    } while (cursor != null);
  }

  /// "1 photo", "2 photos"
  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /// A person by id or by a name that only one of them has, whatever its case.
  static Person person(Gallery gallery, String idOrName) {
    if (idOrName.matches("[0-9A-Za-z_.-]{1,64}")) {
      var byId = gallery.people().person(new PersonId(idOrName));
      if (byId.isPresent()) {
        return byId.get();
      }
    }
    // As names are kept; a Mac's terminal splits letters from their accents.
    String name =
        Normalizer.normalize(idOrName.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC);
    List<Person> named = name.isEmpty() ? List.of() : named(gallery, name);
    return switch (named.size()) {
      case 0 ->
          throw new NotFound(
              "There is nobody called \"%s\"; \"people\" lists who there is.".formatted(idOrName));
      case 1 -> named.getFirst();
      default ->
          throw new Conflict(
              "%d people are called \"%s\"; use the id of the one you mean, as \"people\" lists them."
                  .formatted(named.size(), idOrName));
    };
  }

  private static List<Person> named(Gallery gallery, String name) {
    List<Person> named = new ArrayList<>();
    for (boolean hidden : List.of(false, true)) {
      PeopleQuery query =
          new PeopleQuery(PeopleQuery.Order.COUNT, name, hidden, 1, 0);
      pages(
          cursor -> gallery.people().list(query, cursor, PAGE),
          page ->
              page.stream()
                  .filter(person -> person.name().equalsIgnoreCase(name))
                  .forEach(named::add));
    }
    return named;
  }
}
