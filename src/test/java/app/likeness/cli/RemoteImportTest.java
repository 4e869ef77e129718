package app.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.ServedFolder;
import app.likeness.testing.Wholeness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What `import` and the lists say of a gallery behind a server, and who is let in.
class RemoteImportTest {
  @TempDir Path temp;

  @Test
  void photosAreSentByTicketAndListedWithUrlsThatShowThem() throws Exception {
    Path folder = temp.resolve("gallery");
    try (ServedFolder server = new ServedFolder(folder, temp.resolve("data"))) {
      Terminal terminal = new Terminal(folder, server.url() + "/", server.environment());
      Path bad = Files.writeString(temp.resolve("bad.jpg"), "Dear Ana");
      List<JsonNode> lines =
          terminal.run("import", "--json", Samples.photo(1).toString(), bad.toString()).lines();
      assertThat(lines).hasSize(3);
      JsonNode summary = lines.getLast().get("summary");
      assertThat(summary.get("ready").asInt()).isEqualTo(1);
      assertThat(summary.get("failed").asInt()).isEqualTo(1);
      assertThat(summary.get("faces").asInt()).isPositive();
      assertThat(terminal.run("import", "--json", Samples.photo(1).toString()).lines().getFirst()
              .get("state").asString()).isEqualTo("already");

      JsonNode people = terminal.run("people", "--json").json().get("persons");
      assertThat(people).isNotEmpty();
      assertThat(people.get(0).get("repThumbURL").asString()).startsWith("http://127.0.0.1:");
      try (var local = Galleries.workspace(folder).read()) {
        assertThat(Galleries.people(local.gallery())).hasSize(people.size());
      }
      terminal.run("serve").refuses(1, "served already");
      terminal.run("token", "list").refuses(1, "served already");
    }
    Wholeness.check(folder);
  }

  @Test
  void whoHasNoTokenOrAWrongOneIsTold() throws Exception {
    Path folder = temp.resolve("gallery");
    try (ServedFolder server = new ServedFolder(folder, temp.resolve("data"))) {
      String url = server.url().toString();
      new Terminal(folder, url, Map.of()).run("people").refuses(1, "lets in who has a token");
      new Terminal(folder, url, Map.of("LIKENESS_TOKEN", "other"))
          .run("people").refuses(1, "does not know this token");
      new Terminal(folder, url, Map.of("LIKENESS_TOKEN", "two\nwords"))
          .run("people").refuses(1, "That is no token");
      Path file = Files.writeString(temp.resolve("token"), server.token() + "\n");
      Terminal none = new Terminal(folder, url, Map.of());
      assertThat(none.run("people", "--token-file", file.toString()).exit()).isZero();
      none.run("people", "--token-file", temp + "/none").refuses(1, "token cannot be read", "none");
    }
  }

  @Test
  void aTokenNeverCrossesANetworkInClearText() {
    Map<String, String> token = Map.of("LIKENESS_TOKEN", "likeness_x");
    for (String url : List.of("http://photos.example", "http://10.0.0.1:80", "HTTP://localhost.example")) {
      new Terminal(temp, url, token).run("people").refuses(1, "others could read your token", "https");
    }
    new Terminal(temp, "http://127.0.0.1:1", token).run("people").refuses(1, "127.0.0.1 does not answer");
    new Terminal(temp, "https://a@b", token).run("people").refuses(1, "like https://photos.example");
    new Terminal(temp, "https://a b", token).run("people").refuses(2, "not an address");
  }
}
