package app.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.app.Backends;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command line on one gallery, in this process.
///
/// @param gallery its folder
/// @param address what `--gallery` says
record Terminal(Path gallery, String address, Map<String, String> environment) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Terminal(Path gallery) {
    this(gallery, gallery.toString(), System.getenv());
  }

  /// What a verb said and how it ended.
  record Said(int exit, List<String> out, List<String> err) {
    /// The one line of JSON.
    JsonNode json() {
      assertThat(exit).as(toString()).isZero();
      assertThat(out).hasSize(1);
      return JSON.readTree(out.getFirst());
    }

    List<JsonNode> lines() {
      return out.stream().map(JSON::readTree).toList();
    }

    /// That it did nothing but say one sentence.
    Said refuses(int status, String... words) {
      assertThat(exit).as(toString()).isEqualTo(status);
      assertThat(out).isEmpty();
      assertThat(err).hasSize(1);
      assertThat(err.getFirst()).contains(words).endsWith(".").doesNotContain("Exception");
      return this;
    }
  }

  /// Runs a verb on the gallery.
  Said run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(1, List.of("--gallery", address));
    return said(environment, all);
  }

  /// Runs just these words.
  static Said plain(String... words) {
    return said(System.getenv(), List.of(words));
  }

  private static Said said(Map<String, String> environment, List<String> words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLineApp app =
        new CommandLineApp(
            new Backends(environment),
            (_, paths) -> out.write("window " + paths + "\n"),
            new PrintWriter(out),
            new PrintWriter(err));
    int exit = app.run(words.toArray(String[]::new));
    return new Said(exit, out.toString().lines().toList(), err.toString().lines().toList());
  }

  static List<String> fields(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }
}
