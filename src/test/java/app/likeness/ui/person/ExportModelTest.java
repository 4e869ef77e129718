package app.likeness.ui.person;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.gallery.Workspace;
import app.likeness.model.Person;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notice;
import app.likeness.ui.controls.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportModelTest {
  private final Notices notices = new Notices();
  private Workspace.Session session;
  private ExportModel export;
  private Person person;

  @BeforeEach
  void open(@TempDir Path folder) {
    DrawnGallery.fill(folder, 6, 2, 0);
    session = Galleries.open(folder);
    export =
        new ExportModel(session.gallery(), Background.direct(notices::failed), notices);
    person = Galleries.people(session.gallery()).getFirst();
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void copiesEachPhotoOfThePersonAndSaysSo(@TempDir Path out) throws IOException {
    export.start(person.id(), out);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.toList()).hasSize(person.photoCount());
    }
    assertThat(said()).contains("copied to").contains(out.toString());
    assertThat(export.doneProperty().get()).isEqualTo(-1);
  }

  @Test
  void exportingTwiceOverwritesNothing(@TempDir Path out) throws IOException {
    export.start(person.id(), out);
    export.start(person.id(), out);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.toList()).hasSize(2 * person.photoCount());
    }
  }

  @Test
  void aFolderThatIsAFileIsToldInOneSentence(@TempDir Path out) throws IOException {
    Path file = Files.writeString(out.resolve("file"), "");
    export.start(person.id(), file);
    assertThat(notices.current()).isNotNull();
    assertThat(notices.current().error()).isTrue();
    assertThat(export.doneProperty().get()).isEqualTo(-1);
    assertThat(said()).contains(file.toString());
  }

  private String said() {
    Notice notice = notices.current();
    return notice == null ? "" : notice.text();
  }
}
