package app.likeness.cli;

import app.likeness.gallery.Workspace;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A gallery with all samples, each test its own copy, and what the verbs tell of it.
abstract class SampleVerbs {
  @TempDir static Path shared;

  @TempDir Path temp;
  Terminal terminal;

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

  /// Checks the gallery's folder, which nobody may have open meanwhile.
  void isWhole() {
    Wholeness.check(terminal.gallery());
  }

  final List<JsonNode> people() {
    return list(terminal.run("people", "--json").json().get("persons"));
  }

  final List<JsonNode> faces() {
    return list(terminal.run("faces", "--json").json().get("faces"));
  }

  final List<JsonNode> acts() {
    return list(terminal.run("history", "--json").json().get("acts"));
  }

  static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  static String id(JsonNode person) {
    return person.get("personId").asString();
  }
}
