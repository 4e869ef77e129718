package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.model.PictureType;
import app.likeness.pictures.Png;
import app.likeness.testing.Child;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Files that nobody would call photos, and photos in odd places: each says in one sentence what is
/// wrong, all others come in, and nothing half-done stays.
class BadInputTest {
  @TempDir Path temp;
  private Path folder;
  private Path drop;

  @BeforeEach
  void folders() throws IOException {
    folder = temp.resolve("gallery");
    drop = Files.createDirectory(temp.resolve("drop"));
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(drop.resolve(name), content);
  }

  private static byte[] start(int part, int of) throws IOException {
    byte[] whole = Files.readAllBytes(Samples.photo(1));
    return Arrays.copyOf(whole, whole.length * part / of);
  }

  /// Imports into a new gallery, which is whole afterwards; the rows by the files' names.
  private Map<String, ImportRow> bring(Collection<Path> roots) throws Exception {
    try (Workspace.Session session = Galleries.open(folder)) {
      return byName(Galleries.bring(session, roots));
    } finally {
      Wholeness.check(folder);
    }
  }

  private static Map<String, ImportRow> byName(List<ImportRow> rows) {
    return rows.stream()
        .collect(Collectors.toMap(row -> row.file().getFileName().toString(), Function.identity()));
  }

  private static void failed(ImportRow row, String why) {
    assertThat(row.state()).as(row.toString()).isEqualTo(ImportState.FAILED);
    assertThat(row.photo()).isNull();
    assertThat(row.reason()).contains(why).doesNotContain("\n").endsWith(".");
  }

  private static void ready(ImportRow row) {
    assertThat(row.state()).as(row.toString()).isEqualTo(ImportState.READY);
    assertThat(row.photo()).isNotNull();
  }

  @Test
  void filesThatAreNoPhotosSayWhy() throws Exception {
    byte[] garbage = new byte[5000];
    new Random(1).nextBytes(garbage);
    file("empty.jpg", new byte[0]);
    file("garbage.jpg", garbage);
    file("letter.jpg", "Dear Ana".getBytes(StandardCharsets.UTF_8));
    file("film.jpg", "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1));
    file("start.jpg", start(2, 100));
    file("half.jpg", start(1, 2));
    file("good.jpg", Samples.remarked(2, "good"));
    Path raw = file("raw.cr2", "II*\0\u0010\0\0\0CR\2\0 and more".getBytes(StandardCharsets.ISO_8859_1));

    Map<String, ImportRow> rows = bring(List.of(drop, raw));
    assertThat(rows).hasSize(8);
    failed(rows.get("empty.jpg"), "empty");
    failed(rows.get("garbage.jpg"), "no picture");
    failed(rows.get("letter.jpg"), "no picture");
    failed(rows.get("film.jpg"), "video, which is not supported yet");
    failed(rows.get("start.jpg"), "Most of the file is missing");
    failed(rows.get("raw.cr2"), "RAW photo, which is not supported yet");
    ready(rows.get("half.jpg"));
    assertThat(rows.get("half.jpg").reason()).contains("missing");
    ready(rows.get("good.jpg"));
    assertThat(rows.get("good.jpg").reason()).isNull();
  }

  /// What follows is noise: it must reach no decoder that could crash or hang.
  @Test
  void beginningsOfPicturesWithoutTheRestSayWhy() throws Exception {
    List<String> beginnings =
        List.of(
            "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0",
            "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\b\2\0\0\0",
            "RIFF\u00ff\u00ff\0\0WEBPVP8 ",
            "GIF89a\u00ff\1\u00ff\1",
            "II*\0\b\0\0\0",
            "MM\0*\0\0\0\b",
            "BM\u00ff\u00ff\0\0\0\0\0\0",
            "\0\0\0\u0018ftypheic\0\0\0\0mif1heic",
            "\0\0\0\u0018ftypavif\0\0\0\0mif1avif");
    Random random = new Random(7);
    for (int i = 0; i < beginnings.size(); i++) {
      byte[] start = beginnings.get(i).getBytes(StandardCharsets.ISO_8859_1);
      for (int length : List.of(0, 300, 20_000)) {
        byte[] noise = new byte[start.length + length];
        random.nextBytes(noise);
        System.arraycopy(start, 0, noise, 0, start.length);
        file(i + "-" + length + ".jpg", noise);
      }
    }
    Map<String, ImportRow> rows = bring(List.of(drop));
    assertThat(rows).hasSize(3 * beginnings.size());
    for (ImportRow row : rows.values()) {
      if (row.state() != ImportState.READY) { // noise may look like pixels
        failed(row, "");
      } else {
        assertThat(row.reason()).endsWith(".");
      }
    }
  }

  @Test
  void aPictureIsWhatItsContentSays() throws Exception {
    file("really a png.jpg", new Png(40, 30, 8, Png.GREY).pixels(new byte[41 * 30]));
    Map<String, ImportRow> rows = bring(List.of(drop));
    ready(rows.get("really a png.jpg"));
    try (Workspace.Reading reading = Galleries.workspace(folder).read()) {
      var photo = reading.gallery().photos().photo(rows.get("really a png.jpg").photo());
      assertThat(photo.orElseThrow().original().type()).isEqualTo(PictureType.PNG);
      assertThat(photo.orElseThrow().original().key()).endsWith(".png");
    }
  }

  @Test
  void aPictureBombIsRefusedByItsHeader() throws Exception {
    int side = 30_000;
    byte[] rows = new byte[(side / 8 + 1) * side];
    Path bomb = file("bomb.png", new Png(side, side, 1, Png.GREY).pixels(rows));
    failed(bring(List.of(bomb)).get("bomb.png"), "900 megapixels");
  }

  @Test
  void namesMayBeOdd() throws Exception {
    List<String> names =
        List.of(
            "two words.jpg",
            "dots...in..it.jpg",
            "-dash.jpg",
            "no ending",
            "Größe 写真 👪 .JPG",
            "100% #1?&=+;'\"$(x).jpg",
            "n".repeat(251) + ".jpg",
            "语".repeat(83) + ".jpg");
    for (String name : names) {
      file(name, Samples.remarked(2, name));
    }
    Path climbing = drop.resolve("../drop/./again.jpg");
    Files.write(climbing, Samples.remarked(2, "climbing"));
    List<Path> given =
        Stream.concat(names.stream().map(drop::resolve), Stream.of(climbing)).toList();

    Map<String, ImportRow> rows = bring(given);
    assertThat(rows.keySet()).containsAll(names).contains("again.jpg").hasSize(names.size() + 1);
    rows.values().forEach(BadInputTest::ready);
    assertThat(rows.get("again.jpg").file()).isEqualTo(drop.resolve("again.jpg"));
    exportsUnderItsName(rows.get("n".repeat(251) + ".jpg"));
  }

  /// Twice, so that the second has to find another name of at most 255 bytes.
  private void exportsUnderItsName(ImportRow row) {
    try (Workspace.Reading reading = Galleries.workspace(folder).read()) {
      Photos photos = reading.gallery().photos();
      Exporter exporter = new Exporter(photos, temp.resolve("out"));
      assertThat(exporter.export(photos.photo(row.photo()).orElseThrow()))
          .hasFileName(row.file().getFileName().toString());
      assertThat(exporter.export(photos.photo(row.photo()).orElseThrow()))
          .hasFileName("n".repeat(247) + " (2).jpg");
    }
  }

  /// In the locale `C`, where Java takes the bytes of names for ASCII.
  @Test
  @EnabledOnOs(OS.LINUX)
  void namesAreReadWhateverTheLocale() throws Exception {
    Path file = file("Größe 写真 👪 .jpg", Samples.remarked(1, "locale"));
    Child.Start start = new Child.Start().environment(Map.of("LC_ALL", "C"));
    String gallery = folder.toString();
    Child.End end = Child.run(start, "import", "--json", "--gallery", gallery, drop.toString());
    assertThat(end.out().getFirst())
        .startsWith("{\"file\":\"" + file + "\"")
        .contains("\"state\":\"ready\"");
    Wholeness.check(folder);
    end = Child.run(start, "import", "--json", "--gallery", gallery, drop.toString());
    assertThat(end.out().getFirst()).contains(file.toString(), "\"state\":\"already\"");
    String person;
    try (Workspace.Reading reading = Galleries.workspace(folder).read()) {
      var photo = reading.gallery().photos().timeline(null, null, 1).items().getFirst();
      assertThat(photo.original().fileName()).isEqualTo(file.getFileName().toString());
      person = Galleries.people(reading.gallery()).getFirst().id().value();
    }
    Path out = temp.resolve("out");
    end = Child.run(start, "export", "--json", "--gallery", gallery, person, out.toString());
    assertThat(end.out()).as(end.err()).hasSize(1);
    assertThat(end.out().getFirst()).contains(file.getFileName().toString());
    assertThat(out.resolve(file.getFileName())).hasSameBinaryContentAs(file);

    end = Child.run(start, "import", "--gallery", gallery, file.toString());
    assertThat(end.exit()).isEqualTo(2);
    assertThat(end.err().lines()).hasSize(1);
    assertThat(end.err()).contains("LC_ALL=C.UTF-8");
  }

  @Test
  void whatIsHiddenOrSmallInFoldersIsPassedOver() throws Exception {
    file(".hidden.jpg", Samples.remarked(2, "hidden"));
    Files.createDirectory(drop.resolve(".cache"));
    file(".cache/x.jpg", Samples.remarked(2, "cache"));
    file("notes.txt", new byte[10]);
    file("raw.nef", new byte[10]);
    file("clip.mp4", new byte[10]);
    try (Workspace.Session session = Galleries.open(folder)) {
      assertThat(Galleries.bring(session, List.of(drop))).isEmpty();
      assertThat(session.imports().counts().unsupported()).isEqualTo(Map.of("RAW", 1, "video", 1));
      ready(Galleries.bring(session, List.of(drop.resolve(".hidden.jpg"))).getFirst());
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatLooksLikeAFileAndIsNoneSaysSo() throws Exception {
    assumeTrue(
        new ProcessBuilder("mkfifo", drop.resolve("pipe.jpg").toString()).start().waitFor() == 0,
        "no mkfifo here");
    Files.createSymbolicLink(drop.resolve("nowhere.jpg"), Path.of("gone.jpg"));
    Files.createDirectory(drop.resolve("folder.jpg"));
    file("folder.jpg/inside.jpg", Samples.remarked(2, "inside"));
    Files.createSymbolicLink(drop.resolve("folder.jpg/up"), drop);
    Files.createSymbolicLink(drop.resolve("link.jpg"), Path.of("folder.jpg/inside.jpg"));
    Path around = Files.createSymbolicLink(temp.resolve("link to drop"), drop);

    Map<String, ImportRow> rows = bring(List.of(around));
    assertThat(rows).containsOnlyKeys("pipe.jpg", "nowhere.jpg", "inside.jpg", "link.jpg");
    failed(rows.get("pipe.jpg"), "a device or a pipe");
    failed(rows.get("nowhere.jpg"), "no such file");
    assertThat(List.of(rows.get("inside.jpg").state(), rows.get("link.jpg").state()))
        .containsExactlyInAnyOrder(ImportState.READY, ImportState.ALREADY);
    assertThat(rows.get("link.jpg").file()).isEqualTo(around.resolve("link.jpg"));
  }

  @Test
  void theGalleryDoesNotImportItself() throws Exception {
    folder = drop.resolve("gallery");
    file("good.jpg", Samples.remarked(2, "good"));
    bring(List.of(drop));
    assertThat(bring(List.of(drop))).containsOnlyKeys("good.jpg");
  }

  @Test
  void aFileThatIsGoneBeforeItIsReadSaysSo() throws Exception {
    Path gone = file("gone.jpg", Samples.remarked(2, "gone"));
    Path good = file("good.jpg", Samples.remarked(2, "good"));
    try (Workspace.Session session = Galleries.open(folder)) {
      session.imports().pause();
      session.imports().add(List.of(gone, good));
      while (session.imports().counts().total() < 2) {
        Thread.sleep(1);
      }
      Files.delete(gone);
      session.imports().resume();
      Map<String, ImportRow> rows = byName(Galleries.bring(session, List.of()));
      failed(rows.get("gone.jpg"), "no such file");
      ready(rows.get("good.jpg"));
    }
    Wholeness.check(folder);
  }

  /// Does something to the file after it was read and before it is sent; answers its row.
  private ImportRow betweenReadingAndSending(Path file, Change change) throws Exception {
    try (Workspace.Session session = Galleries.open(folder)) {
      AtomicBoolean changed = new AtomicBoolean();
      Runnable listener =
          () -> {
            boolean read =
                session.imports().rows(false, null, 1).items().stream()
                    .anyMatch(row -> row.photo() != null);
            if (read && changed.compareAndSet(false, true)) {
              change.run();
            }
          };
      try (var _ = session.imports().onChange(listener)) {
        return Galleries.bring(session, List.of(file)).getFirst();
      }
    } finally {
      Wholeness.check(folder);
    }
  }

  private interface Change extends Runnable {
    void make() throws IOException;

    @Override
    default void run() {
      try {
        make();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void aFileThatGoesBeforeItIsSentSaysSoAndKeepsItsRow() throws Exception {
    Path file = file("goes.jpg", Samples.remarked(2, "goes"));
    failed(betweenReadingAndSending(file, () -> Files.delete(file)), "not there any more");
  }

  @Test
  void aFileThatGrowsBeforeItIsSentSaysSo() throws Exception {
    Path file = file("grows.jpg", Samples.remarked(2, "grows"));
    failed(
        betweenReadingAndSending(
            file, () -> Files.write(file, new byte[9], StandardOpenOption.APPEND)),
        "changed while it was being sent");
  }

  @Test
  void aFileThatIsAnotherBeforeItIsSentSaysSo() throws Exception {
    Path file = file("other.jpg", Samples.remarked(2, "this"));
    failed(
        betweenReadingAndSending(file, () -> Files.write(file, Samples.remarked(2, "that"))),
        "changed while it was being sent");
  }

  @Test
  void aFileThatChangesWhileItIsReadSaysSo() throws Exception {
    Path file = file("written.jpg", new byte[1 << 20]);
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (long n = 0; !stop.get(); n++) {
                    try {
                      Files.setLastModifiedTime(file, FileTime.fromMillis(n));
                    } catch (IOException e) {
                      throw new IllegalStateException(e);
                    }
                  }
                });
    try (Workspace.Session session = Galleries.open(folder)) {
      ImportRow row = Galleries.bring(session, List.of(file)).getFirst();
      while (!String.valueOf(row.reason()).contains("changing while it was read")) {
        assertThat(row.state()).isEqualTo(ImportState.FAILED);
        session.imports().retry(row.id()); // the machine was too busy to write in between
        row = Galleries.bring(session, List.of()).getFirst();
      }
    } finally {
      stop.set(true);
      writer.join();
    }
    Wholeness.check(folder);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderWithoutPermissionSaysSo() throws Exception {
    Path secret = Files.createDirectory(drop.resolve("secret"));
    file("secret/x.jpg", Samples.remarked(2, "secret"));
    Path unreadable = file("unreadable.jpg", Samples.remarked(2, "unreadable"));
    file("good.jpg", Samples.remarked(2, "good"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(unreadable, PosixFilePermissions.fromString("---------"));
    try {
      Child.Start start = new Child.Start();
      if (Files.isReadable(secret)) { // for root, unless it gives that up
        String[] plain = {"setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"};
        assumeTrue(
            new ProcessBuilder(Stream.concat(Stream.of(plain), Stream.of("true")).toList())
                    .start()
                    .waitFor()
                == 0,
            "root cannot give up its permissions here");
        start = start.before(plain);
      }
      Child.End end =
          Child.run(start, "import", "--json", "--gallery", folder.toString(), drop.toString());
      assertThat(end.exit()).as(end.err()).isEqualTo(1);
      assertThat(end.out()).hasSize(4);
      assertThat(line(end, "/secret\"")).contains("\"state\":\"failed\"", "no permission");
      assertThat(line(end, "/unreadable.jpg\"")).contains("\"state\":\"failed\"", "no permission");
      assertThat(line(end, "/good.jpg\"")).contains("\"state\":\"ready\"");
    } finally {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
    }
    Wholeness.check(folder);
  }

  private static String line(Child.End end, String with) {
    return end.out().stream().filter(line -> line.contains(with)).findFirst().orElseThrow();
  }
}
