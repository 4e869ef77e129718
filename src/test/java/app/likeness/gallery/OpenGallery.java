package app.likeness.gallery;

import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A gallery with photos and people, wherever it lies, opened anew for each test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OpenGallery {
  static final int PHOTOS = 40;
  private static final int PERSONS = 5;

  private Path temp;
  private Path drawn;
  private int opened;
  Workspace.Session session;
  Gallery gallery;

  /// The gallery to test, over one on this machine.
  protected abstract Gallery over(Gallery local, Path folder);

  /// Closes what [#over] opened.
  protected abstract void close(Gallery tested);

  @BeforeAll
  void draw(@TempDir Path folder) {
    temp = folder;
    drawn = temp.resolve("drawn");
    draw(drawn, PHOTOS, PERSONS);
  }

  /// Fills a gallery in a folder with drawn photos.
  protected void draw(Path folder, int photos, int persons) {
    DrawnGallery.fill(folder, photos, persons, 3);
  }

  /// Opens a copy of that gallery.
  protected Workspace.Session copied(Path original, Path folder) {
    DrawnGallery.copy(original, folder);
    return Galleries.open(folder);
  }

  @BeforeEach
  void open() {
    Path folder = temp.resolve("gallery" + opened++);
    session = copied(drawn, folder);
    gallery = over(session.gallery(), folder);
  }

  @AfterEach
  void closeAll() {
    close(gallery);
    session.close();
    closed();
  }

  /// When nothing is open any more.
  protected void closed() {}
}
