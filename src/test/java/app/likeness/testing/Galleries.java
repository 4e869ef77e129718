package app.likeness.testing;

import app.likeness.app.Backends;
import app.likeness.catalog.ImportRow;
import app.likeness.catalog.PeopleQuery;
import app.likeness.cli.Where;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.Workspace;
import app.likeness.model.Face;
import app.likeness.model.Page;
import app.likeness.model.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Embedded galleries as the application wires them.
public final class Galleries {
  private Galleries() {}

  public static Workspace workspace(Path folder) {
    return new Backends().workspace(new Where.Folder(folder));
  }

  public static Workspace.Session open(Path folder) {
    return workspace(folder).open();
  }

  /// Imports and answers the rows as they ended, in the order they were added.
  public static List<ImportRow> bring(Workspace.Session session, Collection<Path> files)
      throws InterruptedException {
    session.imports().add(files);
    session.imports().await();
    return all(cursor -> session.imports().rows(false, cursor, 100));
  }

  public static List<Person> people(Gallery gallery) {
    return all(cursor -> gallery.people().list(PeopleQuery.ALL, cursor, 2));
  }

  public static List<Face> faces(Gallery gallery) {
    return all(cursor -> gallery.photos().faces(cursor, 2));
  }

  /// Every item of a paged list.
  public static <T> List<T> all(Function<String, Page<T>> list) {
    List<T> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<T> page = list.apply(cursor);
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }
}
