package app.likeness.cli;

import static app.likeness.cli.Terminal.fields;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.gallery.Workspace;
import app.likeness.testing.Child;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Every verb on real galleries: what it does, the forms it promises, how it ends.
class CommandLineTest {
  @TempDir static Path shared;

  @TempDir Path temp;
  private Terminal terminal;

  @BeforeAll
  static void importSamples() throws Exception {
    try (Workspace.Session session = Galleries.open(shared.resolve("gallery"))) {
      Galleries.bring(session, Samples.all());
    }
  }

  /// A copy of the gallery with all samples.
  @BeforeEach
  void copy() throws IOException {
    Path from = shared.resolve("gallery");
    Path to = temp.resolve("gallery");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
    terminal = new Terminal(to);
  }

  private List<JsonNode> people() {
    return list(terminal.run("people", "--json").json().get("persons"));
  }

  private List<JsonNode> faces() {
    return list(terminal.run("faces", "--json").json().get("faces"));
  }

  private List<JsonNode> acts() {
    return list(terminal.run("history", "--json").json().get("acts"));
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  private static String id(JsonNode person) {
    return person.get("personId").asString();
  }

  // ---- import

  @Test
  void importSaysALineForEachFileAndThenTheSum() throws Exception {
    Path drop = Files.createDirectory(temp.resolve("two words"));
    Path first = Samples.remarked(2, "Größe", drop);
    Path second = Files.copy(first, drop.resolve("same.jpg"));
    Path letter = Files.writeString(drop.resolve("letter.jpg"), "Dear Ana");
    Path missing = drop.resolve("missing.jpg");
    Terminal empty = new Terminal(temp.resolve("new #1? 100% ñ"));

    Terminal.Said said =
        empty.run("import", "--json", drop.toString(), first.toString(), missing.toString());
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).isEmpty();
    List<JsonNode> lines = said.lines();
    assertThat(lines).hasSize(5);
    for (JsonNode line : lines.subList(0, 4)) {
      assertThat(fields(line)).containsExactly("file", "photoId", "state", "faces", "reason");
    }
    JsonNode one = line(lines, first);
    JsonNode other = line(lines, second);
    assertThat(Set.of(one.get("state").asString(), other.get("state").asString()))
        .containsExactlyInAnyOrder("ready", "already");
    assertThat(one.get("photoId")).isEqualTo(other.get("photoId"));
    assertThat(one.get("photoId").asString()).matches("[0-9a-f]{20}");
    assertThat(one.get("faces").asInt()).isEqualTo(3);
    assertThat(one.get("reason").isNull()).isTrue();
    for (Path bad : List.of(letter, missing)) {
      assertThat(line(lines, bad).get("state").asString()).isEqualTo("failed");
      assertThat(line(lines, bad).get("photoId").isNull()).isTrue();
      assertThat(line(lines, bad).get("faces").asInt()).isZero();
      assertThat(line(lines, bad).get("reason").asString()).endsWith(".");
    }
    assertThat(fields(lines.getLast())).containsExactly("summary");
    JsonNode summary = lines.getLast().get("summary");
    assertThat(fields(summary)).containsExactly("ready", "already", "failed", "faces", "seconds");
    assertThat(summary.get("ready").asInt()).isEqualTo(1);
    assertThat(summary.get("already").asInt()).isEqualTo(1);
    assertThat(summary.get("failed").asInt()).isEqualTo(2);
    assertThat(summary.get("faces").asInt()).isEqualTo(3);
    assertThat(summary.get("seconds").asDouble()).isPositive();
    Wholeness.check(empty.gallery());
  }

  private static JsonNode line(List<JsonNode> lines, Path file) {
    return lines.stream()
        .filter(line -> line.path("file").asString("").equals(file.toString()))
        .reduce((_, _) -> {
          throw new AssertionError("two lines for " + file);
        })
        .orElseThrow();
  }

  @Test
  void aFileGivenTwiceAndInItsFolderIsOneLine() throws Exception {
    Path drop = Files.createDirectory(temp.resolve("drop"));
    for (int n = 1; n <= Samples.COUNT; n++) {
      Samples.remarked(n, "drop", drop);
    }
    // The folder is walked anew for each of its names, while its first files are done already.
    List<String> words = new ArrayList<>(List.of("import", "--json"));
    for (int i = 0; i < 200; i++) {
      words.add(drop.resolve("./".repeat(i)).toString());
      words.add(drop.resolve("drop-1.jpg").toString());
    }
    words.add(temp.resolve("drop/../drop").toString());
    Terminal.Said said = terminal.run(words.toArray(String[]::new));
    assertThat(said.exit()).isZero();
    assertThat(said.out()).hasSize(Samples.COUNT + 1);
  }

  @Test
  void importAgainFindsAllHereAlready() {
    Terminal.Said said = terminal.run("import", Samples.photo(1).getParent().toString());
    assertThat(said.exit()).isZero();
    assertThat(said.out()).hasSize(1);
    assertThat(said.out().getFirst()).startsWith("0 imported with 0 faces, 6 already here, 0 failed");
  }

  @Test
  void importTellsOfFailuresInPlainWords() throws Exception {
    Path letter = Files.writeString(temp.resolve("letter.jpg"), "Dear Ana");
    Terminal.Said said = terminal.run("import", letter.toString());
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out().getFirst()).startsWith(letter + ": The file holds no picture");
    assertThat(said.out().getLast()).contains("1 failed");
  }

  @Test
  void importTellsWhatItPassedOver() throws Exception {
    Path drop = Files.createDirectory(temp.resolve("drop"));
    Files.createFile(drop.resolve("a.nef"));
    Files.createFile(drop.resolve("a.mp4"));
    Files.createFile(drop.resolve("b.mp4"));
    Terminal.Said said = terminal.run("import", "--json", drop.toString());
    assertThat(said.exit()).isZero();
    assertThat(said.out()).hasSize(1);
    assertThat(said.err())
        .containsExactly(
            "1 RAW file passed over: not supported yet.",
            "2 video files passed over: not supported yet.");
  }

  // ---- lists

  @Test
  void peopleAreListedByTheirPhotos() {
    List<JsonNode> people = people();
    assertThat(people).isNotEmpty();
    for (JsonNode person : people) {
      assertThat(fields(person))
          .containsExactly("personId", "name", "photoCount", "repThumbKey", "repThumbURL");
      assertThat(person.get("name").asString()).isEmpty();
      assertThat(person.get("repThumbKey").asString()).matches("faces-thumbs/[^/]+/[0-9a-f]{20}_face_\\d+\\.jpg");
      assertThat(person.get("repThumbURL").isNull()).isTrue();
    }
    assertThat(people.stream().map(person -> person.get("photoCount").asInt()).toList())
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(terminal.run("people").out()).hasSize(people.size());
  }

  @Test
  void photosOfAPersonAreListed() {
    JsonNode person = people().getFirst();
    JsonNode form = terminal.run("photos", "--json", id(person)).json();
    assertThat(fields(form)).containsExactly("personId", "photos");
    assertThat(form.get("personId")).isEqualTo(person.get("personId"));
    List<JsonNode> photos = list(form.get("photos"));
    assertThat(photos).hasSize(person.get("photoCount").asInt());
    for (JsonNode photo : photos) {
      assertThat(fields(photo))
          .containsExactly(
              "photoId", "photoBucket", "photoKey", "thumbKey", "photoURL", "thumbURL");
      String id = photo.get("photoId").asString();
      assertThat(photo.get("photoKey").asString()).matches("photos-raw/\\d{4}/sample\\d-" + id + "\\.jpg");
      assertThat(photo.get("thumbKey").asString()).contains(id + "_face_");
      assertThat(photo.get("photoURL").isNull()).isTrue();
      assertThat(photo.get("thumbURL").isNull()).isTrue();
    }
    assertThat(terminal.run("photos", id(person)).out()).hasSize(photos.size());
  }

  @Test
  void facesAreListed() {
    List<JsonNode> faces = faces();
    assertThat(faces).hasSizeGreaterThan(15);
    Set<String> ids = new HashSet<>();
    for (JsonNode face : faces) {
      assertThat(fields(face))
          .containsExactly("faceId", "photoId", "fileName", "box", "quality", "personId");
      assertThat(face.get("faceId").asString()).startsWith(face.get("photoId").asString() + "_face_");
      assertThat(face.get("fileName").asString()).matches("sample\\d\\.jpg");
      assertThat(face.get("quality").asDouble()).isPositive();
      JsonNode box = face.get("box");
      assertThat(fields(box)).containsExactly("Left", "Top", "Width", "Height");
      box.forEach(side -> assertThat(side.asDouble()).isBetween(0.0, 1.0));
      ids.add(face.get("faceId").asString());
    }
    assertThat(ids).hasSameSizeAs(faces);
    assertThat(terminal.run("faces").out()).hasSize(faces.size());
  }

  @Test
  void urlsAreThereWhileAnotherProcessHasTheGalleryOpen() throws Exception {
    try (Workspace.Session _ = Galleries.open(terminal.gallery())) {
      JsonNode person = people().getFirst();
      assertJpeg(person.get("repThumbURL").asString());
      String gallery = terminal.gallery().toString();
      Child.End end = Child.run("photos", "--json", "--gallery", gallery, id(person));
      assertThat(end.exit()).as(end.err()).isZero();
      JsonNode photo =
          new Terminal.Said(end.exit(), end.out(), List.of()).json().get("photos").get(0);
      assertJpeg(photo.get("photoURL").asString());
      assertJpeg(photo.get("thumbURL").asString());
      assertThat(terminal.run("people").out()).noneMatch(line -> line.contains("http"));
    }
  }

  private static void assertJpeg(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).startsWith(0xFF, 0xD8);
    }
  }

  @Test
  void listsOfAGalleryThatIsNotThereSaySo() {
    for (String verb : List.of("people", "faces", "history")) {
      new Terminal(temp.resolve("none")).run(verb).refuses(1, "There is no gallery in", "import");
    }
    assertThat(temp.resolve("none")).doesNotExist();
  }

  // ---- decisions

  @Test
  void aNameIsKeptAndFindsItsPersonWhateverItsCase() {
    String ana = id(people().getFirst());
    JsonNode act = terminal.run("name", "--json", ana, "  Ana  María\tÑandú ").json();
    assertThat(fields(act)).containsExactly("act", "at", "kind", "text", "undone");
    assertThat(act.get("kind").asString()).isEqualTo("Name");
    assertThat(act.get("text").asString()).contains("Ana María Ñandú");
    assertThat(people().getFirst().get("name").asString()).isEqualTo("Ana María Ñandú");
    for (String word : List.of("Ana María Ñandú", "ana maría ñandú", " Ana Mari\u0301a  N\u0303andu\u0301")) {
      assertThat(terminal.run("photos", "--json", word).json().get("personId").asString()).isEqualTo(ana);
    }
    assertThat(terminal.run("name", "ANA MARÍA ÑANDÚ", "").exit()).isZero();
    assertThat(people().getFirst().get("name").asString()).isEmpty();
  }

  @Test
  void aNameOfTwoIsAskedForAgain() {
    List<JsonNode> people = people();
    terminal.run("name", id(people.get(0)), "Ana");
    terminal.run("name", id(people.get(1)), "ana");
    terminal.run("photos", "Ana").refuses(1, "2 people are called \"Ana\"", "id");
    terminal.run("photos", "Ben").refuses(1, "nobody called \"Ben\"");
    terminal.run("photos", "").refuses(1, "nobody called \"\"");
    terminal.run("name", "Ben", "Ana").refuses(1, "nobody called \"Ben\"");
    assertThat(acts()).hasSize(2);
  }

  @Test
  void aMergedPersonIsFoundUnderBothIds() {
    List<JsonNode> people = people();
    String ana = id(people.get(0));
    String ben = id(people.get(1));
    terminal.run("name", ana, "Ana");
    assertThat(terminal.run("merge", "--json", ben, "Ana").json().get("kind").asString())
        .isEqualTo("Same");
    assertThat(people()).hasSize(people.size() - 1);
    assertThat(terminal.run("photos", "--json", ben).json().get("personId").asString())
        .isEqualTo(ana);
    terminal.run("merge", ben, ana).refuses(1, "one person already");
    terminal.run("merge", ana, ana).refuses(1, "one person already");
  }

  @Test
  void aRejectedFaceIsSomebodyElses() {
    JsonNode face =
        faces().stream().filter(each -> !each.get("personId").isNull()).findFirst().orElseThrow();
    String id = face.get("faceId").asString();
    JsonNode act = terminal.run("reject", "--json", id, id(face)).json();
    assertThat(act.get("kind").asString()).isEqualTo("Reject");
    JsonNode after =
        faces().stream().filter(each -> each.get("faceId").asString().equals(id)).findFirst().orElseThrow();
    assertThat(after.get("personId")).isNotEqualTo(face.get("personId"));
    String person = id(people().getFirst());
    terminal.run("reject", "nonsense", person).refuses(1, "no face \"nonsense\"");
    terminal.run("reject", "0".repeat(20) + "_face_1", person).refuses(1, "not in the gallery");
  }

  @Test
  void theHiddenAreListedApartUntilTheyAreShownAgain() {
    List<JsonNode> people = people();
    String ana = id(people.getFirst());
    terminal.run("name", ana, "Ana");
    assertThat(terminal.run("hide", "Ana").exit()).isZero();
    assertThat(people()).hasSize(people.size() - 1).noneMatch(person -> id(person).equals(ana));
    List<JsonNode> hidden = list(terminal.run("people", "--hidden", "--json").json().get("persons"));
    assertThat(hidden).extracting(CommandLineTest::id).containsExactly(ana);
    assertThat(terminal.run("hide", "--show", "Ana").exit()).isZero();
    assertThat(people()).hasSize(people.size());
    assertThat(terminal.run("people", "--hidden").out()).containsExactly("Nobody is hidden.");
  }

  @Test
  void undoGoesFurtherBackEachTimeAndCanBeUndone() {
    String ana = id(people().getFirst());
    terminal.run("name", ana, "Ana");
    terminal.run("name", ana, "Bea");
    terminal.run("hide", ana);
    terminal.run("undo");
    terminal.run("undo");
    assertThat(people().getFirst().get("name").asString()).isEqualTo("Ana");
    JsonNode act = terminal.run("undo", "--json").json();
    assertThat(act.get("kind").asString()).isEqualTo("Undo");
    terminal.run("undo").refuses(1, "nothing to undo");

    List<JsonNode> acts = acts();
    assertThat(acts).hasSize(6);
    for (JsonNode each : acts) {
      assertThat(fields(each)).containsExactly("act", "at", "kind", "text", "undone");
    }
    assertThat(acts.stream().map(each -> each.get("act").asLong()).toList())
        .containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    assertThat(acts.stream().map(each -> each.get("undone").asBoolean()).toList())
        .containsExactly(false, false, false, true, true, true);
    assertThat(acts.getLast().get("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    assertThat(terminal.run("history").out()).hasSize(6);

    assertThat(terminal.run("undo", "6").exit()).isZero();
    assertThat(people().getFirst().get("name").asString()).isEqualTo("Ana");
    terminal.run("undo", "3").refuses(1, "Act 3 is undone already");
    terminal.run("undo", "99").refuses(1, "no act 99");
    terminal.run("undo", "first").refuses(2, "\"first\" is not the number of an act");
  }

  // ---- the rest

  @Test
  void deletedPhotosAreGoneAndUnknownOnesDeleteNothing() {
    List<JsonNode> faces = faces();
    String photo = faces.getFirst().get("photoId").asString();
    terminal.run("delete", photo, "0".repeat(20)).refuses(1, "no photo " + "0".repeat(20), "nothing was deleted");
    terminal.run("delete", photo, "../x").refuses(1, "no photo", "nothing was deleted");
    assertThat(faces()).hasSameSizeAs(faces);

    JsonNode form = terminal.run("delete", "--json", photo, photo).json();
    assertThat(list(form.get("deleted"))).extracting(JsonNode::asString).containsExactly(photo);
    assertThat(faces()).noneMatch(face -> face.get("photoId").asString().equals(photo));
    Wholeness.check(terminal.gallery());
    terminal.run("delete", photo).refuses(1, "no photo");
  }

  @Test
  void exportCopiesThePhotosOfAPerson() throws Exception {
    JsonNode person = people().getFirst();
    Path out = temp.resolve("new folder/for Ana");
    JsonNode form = terminal.run("export", "--json", id(person), out.toString()).json();
    List<JsonNode> files = list(form.get("exported"));
    assertThat(files).hasSize(person.get("photoCount").asInt());
    for (JsonNode file : files) {
      Path copy = Path.of(file.asString());
      assertThat(copy).hasParent(out);
      Path sample = Samples.photo(1).resolveSibling(copy.getFileName());
      assertThat(copy).hasSameBinaryContentAs(sample);
    }
    Path file = Files.createFile(temp.resolve("file"));
    terminal.run("export", id(person), file.toString()).refuses(1, "is a file, not a folder");
    terminal.run("export", "Nobody", out.toString()).refuses(1, "nobody called");
  }

  @Test
  void rescanKeepsFacesAndDecisions() {
    String ana = id(people().getFirst());
    terminal.run("name", ana, "Ana");
    List<JsonNode> before = faces();
    JsonNode form = terminal.run("rescan", "--json").json();
    assertThat(form.get("photos").asInt()).isEqualTo(6);
    assertThat(form.get("faces").asInt()).isEqualTo(before.size());
    assertThat(faces()).isEqualTo(before);
    assertThat(people().getFirst().get("name").asString()).isEqualTo("Ana");
  }

  @Test
  void helpNamesEveryVerb() {
    Terminal.Said said = Terminal.plain("help");
    assertThat(said.exit()).isZero();
    String all = String.join("\n", said.out());
    for (String verb :
        List.of(
            "import", "people", "photos", "faces", "name", "merge", "reject", "hide", "history",
            "undo", "delete", "export", "rescan")) {
      assertThat(all).contains("\n  " + verb + " ");
      Terminal.Said more = Terminal.plain("help", verb);
      assertThat(more.exit()).isZero();
      assertThat(more.out().getFirst()).startsWith("Usage: likeness " + verb);
    }
    assertThat(Terminal.plain("people", "--help").exit()).isZero();
  }

  @Test
  void wrongWordsAreAnsweredInOneSentence() throws Exception {
    Terminal.plain("peple").refuses(2, "\"peple\" is neither a verb nor a file; see \"likeness help\".");
    Terminal.plain("help", "peple").refuses(2, "peple");
    Terminal.plain("people", "--galery", "x").refuses(2, "--galery", "did you mean --gallery", "likeness help people");
    Terminal.plain("people", "extra").refuses(2, "extra", "likeness help people");
    Terminal.plain("people", "--gallery").refuses(2, "--gallery");
    Terminal.plain("people", "--gallery", "").refuses(2, "Invalid value", "--gallery", "cannot be empty");
    Terminal.plain("import").refuses(2, "PATH", "likeness help import");
    Terminal.plain("import", "").refuses(2, "PATH", "cannot be empty");
    Terminal.plain("name").refuses(2, "PERSON", "NAME");
    Terminal.plain("import", "gr\uFFFD\uFFFDe.jpg").refuses(2, "locale", "LC_ALL=C.UTF-8");
    Path dashed = Files.createFile(Path.of("-likeness-test.jpg"));
    try {
      Terminal.plain("import", dashed.toString()).refuses(2, "put \"--\" before");
    } finally {
      Files.delete(dashed);
    }
  }

  @Test
  void filesNamedLikeArgumentFilesAreFiles() throws Exception {
    Path odd = Files.write(Path.of("@likeness-test.jpg"), Samples.remarked(2, "at"));
    try {
      assertThat(terminal.run("import", odd.toString()).exit()).isZero();
    } finally {
      Files.delete(odd);
    }
  }

  @Test
  void withoutAVerbTheWindowOpensWithTheFiles() {
    assertThat(Terminal.plain(Samples.photo(1).toString()).out())
        .containsExactly("window [" + Samples.photo(1) + "]");
    assertThat(Terminal.plain().out()).containsExactly("window []");
  }
}
