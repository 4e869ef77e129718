package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.testing.Child;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Photos with odd names and in odd places come in; what only looks like one says so.
class OddPlacesTest extends DroppedFiles {
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
    rows.values().forEach(DroppedFiles::ready);
    assertThat(rows.get("again.jpg").file()).isEqualTo(drop.resolve("again.jpg"));
    exportsUnderItsName(rows.get("n".repeat(251) + ".jpg"));
  }

  /// Twice, so that the second has to find another name of at most 255 bytes.
  private void exportsUnderItsName(ImportRow row) {
    try (Workspace.Opened reading = Galleries.workspace(folder).read()) {
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
    try (Workspace.Opened reading = Galleries.workspace(folder).read()) {
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
  @EnabledOnOs(OS.LINUX)
  void aFolderWithoutPermissionSaysSo() throws Exception {
    Path secret = Files.createDirectory(drop.resolve("secret"));
    file("secret/x.jpg", Samples.remarked(2, "secret"));
    Path unreadable = file("unreadable.jpg", Samples.remarked(2, "unreadable"));
    file("good.jpg", Samples.remarked(2, "good"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(unreadable, PosixFilePermissions.fromString("---------"));
    try {
      Child.Start start = heedingPermissions(secret);
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

  @Test
  @EnabledOnOs(OS.LINUX)
  void aGalleryOfSomebodyElseIsNotTakenForNone() throws Exception {
    Galleries.open(folder).close();
    Path catalog = folder.resolve("catalog.sqlite");
    for (Path closed : List.of(folder, catalog)) {
      var before = Files.getPosixFilePermissions(closed);
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
      try {
        Child.Start start = heedingPermissions(closed);
        Child.End end = Child.run(start, "people", "--gallery", folder.toString());
        assertThat(end.exit()).isEqualTo(1);
        assertThat(end.err().lines()).hasSize(1);
        assertThat(end.err()).contains(folder.toString(), "you have no permission");
      } finally {
        Files.setPosixFilePermissions(closed, before);
      }
    }
  }

  /// A start that permissions bind, as they do not bind root unless it gives that up.
  private static Child.Start heedingPermissions(Path secret) throws Exception {
    if (!Files.isReadable(secret)) {
      return new Child.Start();
    }
    String[] plain = {"setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"};
    assumeTrue(
        new ProcessBuilder(Stream.concat(Stream.of(plain), Stream.of("true")).toList())
                .start()
                .waitFor()
            == 0,
        "root cannot give up its permissions here");
    return new Child.Start().before(plain);
  }

  private static String line(Child.End end, String with) {
    return end.out().stream().filter(line -> line.contains(with)).findFirst().orElseThrow();
  }
}
