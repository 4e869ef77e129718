package app.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.gallery.Workspace;
import app.likeness.testing.Child;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Galleries that are damaged, too new or in use, and models that are missing or altered: one
/// sentence, status 1, and nothing is changed.
class TroubleTest {
  @TempDir Path temp;
  private Terminal terminal;
  private Path catalog;
  private Path photo;

  @BeforeEach
  void fill() throws Exception {
    terminal = new Terminal(temp.resolve("gallery"));
    catalog = terminal.gallery().resolve("catalog.sqlite");
    photo = Samples.remarked(2, "new", temp);
    try (Workspace.Session session = Galleries.open(terminal.gallery())) {
      Galleries.bring(session, List.of(Samples.photo(1)));
    }
  }

  /// Every file of the gallery with its content.
  private Map<String, Integer> content() throws IOException {
    Map<String, Integer> content = new TreeMap<>();
    for (String file : Wholeness.files(terminal.gallery())) {
      if (!file.matches(".*-(wal|shm)")) {
        content.put(file, Arrays.hashCode(Files.readAllBytes(terminal.gallery().resolve(file))));
      }
    }
    return content;
  }

  private void isRefused(String... words) throws IOException {
    Map<String, Integer> before = content();
    terminal.run("import", photo.toString()).refuses(1, words);
    terminal.run("people").refuses(1, words);
    terminal.run("rescan").refuses(1, words);
    assertThat(content()).isEqualTo(before);
  }

  private void overwrite(long from, long bytes) throws IOException {
    try (RandomAccessFile raw = new RandomAccessFile(catalog.toFile(), "rw")) {
      raw.seek(from);
      raw.write("damaged ".repeat((int) bytes / 8).getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void aCatalogueThatIsNoDatabaseIsNamed() throws Exception {
    Files.writeString(catalog, "Dear Ana, ".repeat(1000));
    isRefused(catalog + " is damaged");
  }

  @Test
  void aCatalogueWithoutItsTablesIsNamed() throws Exception {
    overwrite(4096, Files.size(catalog) - 4096);
    isRefused(catalog + " is damaged");
  }

  @Test
  void anEmptiedCatalogueIsNamed() throws Exception {
    Files.write(catalog, new byte[0]);
    isRefused(catalog + " is damaged");
  }

  @Test
  void aLostCatalogueIsNamedAndNoNewOneBegun() throws Exception {
    Files.delete(catalog);
    isRefused(catalog + " is missing, though the photos are still there: put a copy", "begin anew");
    assertThat(catalog).doesNotExist();
    Files.move(
        terminal.gallery().resolve("objects"), terminal.gallery().resolve("objects, put aside"));
    assertThat(terminal.run("import", photo.toString()).exit()).isZero();
  }

  @Test
  void aCutCatalogueIsNamed() throws Exception {
    try (RandomAccessFile raw = new RandomAccessFile(catalog.toFile(), "rw")) {
      raw.setLength(8192);
    }
    isRefused(catalog + " is damaged");
  }

  @Test
  void aNewerCatalogueIsLeftAlone() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + catalog)) {
      connection.createStatement().executeUpdate("PRAGMA user_version=99");
    }
    isRefused("written by a newer Likeness", "update Likeness");
  }

  @Test
  void importsThatStandStillSayWhyAndGoOnNextTime() throws Exception {
    queue("CREATE TRIGGER stuck BEFORE UPDATE ON imports BEGIN SELECT RAISE(ABORT, ''); END");
    Terminal.Said said = terminal.run("import", photo.toString());
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).hasSize(1).first().asString().startsWith("The imports stopped").endsWith(".");

    queue("DROP TRIGGER stuck");
    assertThat(terminal.run("import", photo.toString()).exit()).isZero();
    Wholeness.check(terminal.gallery());
  }

  private void queue(String sql) throws Exception {
    Path file = terminal.gallery().resolve("imports.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.createStatement().executeUpdate(sql);
    }
  }

  @Test
  void anotherProcessMayLookButNotWrite() throws Exception {
    try (Workspace.Session session = Galleries.open(terminal.gallery())) {
      String gallery = terminal.gallery().toString();
      String person = Galleries.people(session.gallery()).getFirst().id().value();
      for (List<String> words :
          List.of(
              List.of("import", photo.toString()),
              List.of("name", person, "Ana"),
              List.of("undo"),
              List.of("rescan"))) {
        Child.End end = child(new Child.Start(), words);
        assertThat(end.exit()).isEqualTo(1);
        assertThat(end.out()).isEmpty();
        assertThat(end.err().lines()).hasSize(1);
        assertThat(end.err()).contains(gallery, "is open in another Likeness (process ");
      }
      assertThat(child(new Child.Start(), List.of("people")).exit()).isZero();
      assertThat(Galleries.people(session.gallery()).getFirst().name()).isEmpty();
    }
    Wholeness.check(terminal.gallery());
  }

  private Child.End child(Child.Start start, List<String> words) {
    String[] all = new String[words.size() + 2];
    words.toArray(all);
    all[words.size()] = "--gallery";
    all[words.size() + 1] = terminal.gallery().toString();
    return Child.run(start, all);
  }

  @Test
  void aMissingModelIsNamedBeforeAnythingIsBroughtIn() throws Exception {
    Path models = models();
    Files.delete(anyModel(models));
    modelsAreRefused(models, "is missing from " + models);
  }

  @Test
  void anAlteredModelIsNamedBeforeAnythingIsBroughtIn() throws Exception {
    Path models = models();
    Path model = anyModel(models);
    byte[] altered = Files.readAllBytes(model);
    altered[altered.length / 2] ^= 1;
    Files.write(model, altered);
    modelsAreRefused(models, "is not the one that");
  }

  private void modelsAreRefused(Path models, String why) throws IOException {
    Map<String, Integer> before = content();
    Child.Start start = new Child.Start().option("-Dlikeness.models.dir=" + models);
    Child.End end = child(start, List.of("import", "--json", photo.toString()));
    assertThat(end.exit()).isEqualTo(1);
    assertThat(end.out()).hasSize(2);
    assertThat(end.out().getFirst()).contains("\"state\":\"failed\"", why);
    assertThat(end.err()).isEmpty();
    Child.End scan = child(start, List.of("rescan"));
    assertThat(scan.exit()).isEqualTo(1);
    assertThat(scan.err().lines()).hasSize(1);
    assertThat(scan.err()).contains(why);
    Map<String, Integer> after = content();
    after.keySet().removeIf(file -> file.endsWith(".sqlite"));
    before.keySet().removeIf(file -> file.endsWith(".sqlite"));
    assertThat(after).isEqualTo(before);
    Wholeness.check(terminal.gallery());
    assertThat(child(start, List.of("people")).exit()).isZero();
    assertThat(terminal.run("import", photo.toString()).exit()).isZero();
  }

  private Path models() throws IOException {
    Path own = Path.of("target", "classes", "models");
    Path copy = Files.createDirectory(temp.resolve("models"));
    for (String file : Wholeness.files(own)) {
      Files.copy(own.resolve(file), copy.resolve(file));
    }
    return copy;
  }

  private static Path anyModel(Path models) {
    return models.resolve(
        Wholeness.files(models).stream()
            .filter(file -> file.endsWith(".onnx"))
            .findFirst()
            .orElseThrow());
  }
}
