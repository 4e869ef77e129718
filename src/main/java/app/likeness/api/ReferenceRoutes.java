package app.likeness.api;

import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.PersonPhoto;
import app.likeness.gallery.Gallery;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.storage.ViewUrl;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The routes that clients of the face gallery know, in its very forms.
///
/// They never stop silently: who does not ask for a `limit` gets all, and where that would be too
/// much for one answer, `next` says how to go on.
final class ReferenceRoutes {
  private static final int STEP = 500;
  /// With two URLs each about 5 MB, what the smallest carrier of answers takes.
  private static final int MOST = 4000;

  private final Gallery gallery;

  ReferenceRoutes(Gallery gallery) {
    this.gallery = gallery;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/persons", this::persons),
        Route.get("/persons/{personId}/photos", this::photos));
  }

  private ApiResponse persons(Call call) {
    Page<Person> page =
        page(call, (cursor, limit) -> gallery.people().list(PeopleQuery.ALL, cursor, limit));
    Map<String, ViewUrl> views =
        views(page.items(), person -> Stream.ofNullable(person.repThumbKey()));
    return ApiResponse.ok(
        new Forms.PersonsPage(
            page.map(person -> Forms.PersonForm.of(person, views)).items(), page.next()));
  }

  private ApiResponse photos(Call call) {
    var person =
        gallery
            .people()
            .person(call.person())
            .orElseThrow(() -> new GalleryException.NotFound("There is no such person."));
    Page<PersonPhoto> page =
        page(call, (cursor, limit) -> gallery.people().photosOf(person.id(), cursor, limit));
    Map<String, ViewUrl> views =
        views(
            page.items(),
            shown ->
                Stream.of(
                    shown.photo().original().key(), shown.face().thumbKey()));
    return ApiResponse.ok(
        new Forms.PersonPhotosPage(
            call.variable("personId"),
            page.map(shown -> Forms.PhotoForm.of(shown, views)).items(),
            page.next()));
  }

  private <T> Map<String, ViewUrl> views(
      List<T> items, Function<T, Stream<String>> keys) {
    Set<String> all =
        items.stream()
            .flatMap(keys)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return gallery.photos().views(all);
  }

  /// One page of a list that the gallery pages.
  interface Pages<T> {
    Page<T> from(@Nullable String cursor, int limit);
  }

  static <T> Page<T> page(Call call, Pages<T> pages) {
    if (call.query("limit").isPresent()) {
      return pages.from(call.cursor(), call.limit());
    }
    List<T> all = new ArrayList<>();
    @Nullable String cursor = call.cursor();
    do {
      Page<T> page = pages.from(cursor, STEP);
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null && all.size() < MOST);
    return new Page<>(all, cursor);
  }
}
