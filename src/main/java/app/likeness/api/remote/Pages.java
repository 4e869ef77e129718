package app.likeness.api.remote;

import app.likeness.catalog.PersonPhoto;
import app.likeness.model.Face;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.Photo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pages as they are read, one type for each kind of item, for a reader that needs to know it.
final class Pages {
  private Pages() {}

  record Photos(List<Photo> items, @Nullable String next) {
    Page<Photo> page() {
      return new Page<>(items, next);
    }
  }

  record Faces(List<Face> items, @Nullable String next) {
    Page<Face> page() {
      return new Page<>(items, next);
    }
  }

  record Persons(List<Person> items, @Nullable String next) {
    Page<Person> page() {
      return new Page<>(items, next);
    }
  }

  record PersonPhotos(List<PersonPhoto> items, @Nullable String next) {
    Page<PersonPhoto> page() {
      return new Page<>(items, next);
    }
  }

  /// The query that asks for one.
  static String query(@Nullable String cursor, int limit) {
    return "?limit=" + limit + Remote.parameter("cursor", cursor);
  }
}
