package app.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The verbs that delete, export and scan again; help, and words that are no verbs.
class CommandLineTest extends SampleVerbs {
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
    isWhole();
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
    assertThat(form.get("failed").asInt()).isZero();
    assertThat(faces()).isEqualTo(before);
    assertThat(people().getFirst().get("name").asString()).isEqualTo("Ana");
  }

  @Test
  void rescanSaysWhatItCouldNotRead() throws Exception {
    List<JsonNode> before = faces();
    List<Path> originals =
        Wholeness.files(terminal.gallery()).stream()
            .filter(file -> file.startsWith("objects/likeness/photos-raw/"))
            .map(terminal.gallery()::resolve)
            .toList();
    assertThat(originals).hasSize(Samples.COUNT);
    Files.writeString(originals.get(2), "Dear Ana");
    Terminal.Said said = terminal.run("rescan");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).hasSize(1);
    assertThat(said.err()).hasSize(1);
    assertThat(said.err().getFirst())
        .startsWith("1 photo could not be scanned; sample")
        .endsWith("delete it and add the file again.");

    Files.delete(originals.get(4));
    said = terminal.run("rescan", "--json");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.lines().getFirst().get("failed").asInt()).isEqualTo(2);
    assertThat(said.err()).hasSize(1);
    assertThat(said.err().getFirst()).startsWith("2 photos could not be scanned; sample");
    assertThat(faces()).isEqualTo(before);
  }

  @Test
  void helpNamesEveryVerb() {
    Terminal.Said said = Terminal.plain("help");
    assertThat(said.exit()).isZero();
    String all = String.join("\n", said.out());
    for (String verb :
        List.of(
            "import", "people", "photos", "faces", "name", "merge", "reject", "hide", "history",
            "undo", "delete", "export", "rescan", "serve", "token")) {
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
  void withoutAVerbTheWindowOpensWithTheFiles() {
    assertThat(Terminal.plain(Samples.photo(1).toString()).out())
        .containsExactly("window [" + Samples.photo(1) + "]");
    assertThat(Terminal.plain().out()).containsExactly("window []");
  }
}
