package app.likeness.cli;

import static app.likeness.cli.Terminal.fields;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What `import` does and says of every file it was given.
class ImportVerbTest extends SampleVerbs {
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
    List.of(letter, missing).forEach(bad -> assertFailed(line(lines, bad)));
    assertSummary(lines.getLast());
    Wholeness.check(empty.gallery());
  }

  private static void assertFailed(JsonNode line) {
    assertThat(line.get("state").asString()).isEqualTo("failed");
    assertThat(line.get("photoId").isNull()).isTrue();
    assertThat(line.get("faces").asInt()).isZero();
    assertThat(line.get("reason").asString()).endsWith(".");
  }

  private static void assertSummary(JsonNode line) {
    assertThat(fields(line)).containsExactly("summary");
    JsonNode summary = line.get("summary");
    assertThat(fields(summary)).containsExactly("ready", "already", "failed", "faces", "seconds");
    assertThat(summary.get("ready").asInt()).isEqualTo(1);
    assertThat(summary.get("already").asInt()).isEqualTo(1);
    assertThat(summary.get("failed").asInt()).isEqualTo(2);
    assertThat(summary.get("faces").asInt()).isEqualTo(3);
    assertThat(summary.get("seconds").asDouble()).isPositive();
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

  @Test
  void importDoesNotRepeatWhatAnEarlierOnePassedOver() throws Exception {
    Path drop = Files.createDirectory(temp.resolve("drop"));
    Files.createFile(drop.resolve("a.nef"));
    Path letter = Files.writeString(drop.resolve("letter.jpg"), "Dear Ana");
    for (int i = 0; i < 2; i++) {
      Terminal.Said said = terminal.run("import", drop.toString());
      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.err()).containsExactly("1 RAW file passed over: not supported yet.");
    }
    assertThat(terminal.run("import", letter.toString()).err()).isEmpty();
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
}
