package app.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.dynamodb.Dynalite;
import app.likeness.testing.TestCloud;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Setting a gallery in the cloud up, and what is said when that cannot be done.
@ExtendWith(Dynalite.Running.class)
class CloudVerbTest {
  @TempDir Path temp;
  private final String prefix = UUID.randomUUID() + "-";
  private TestCloud cloud;
  private Terminal terminal;

  @BeforeEach
  void start(Dynalite dynalite) {
    cloud = new TestCloud(temp.resolve("server"), List.of(), dynalite.access(), Dynalite.fresh());
    terminal = new Terminal(temp, "cloud", TestCloud.home(temp.resolve("home")));
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private Terminal.Said init(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "cloud", "init", "--region", "eu-central-1", "--raw-bucket", "pictures",
                "--table-prefix", prefix, "--dialect", "s3proxy",
                "--endpoint", cloud.store().toString(),
                "--database-endpoint", cloud.database().toString()));
    words.addAll(List.of(more));
    return terminal.run(words.toArray(String[]::new));
  }

  @Test
  void saysFirstWhatItWouldDoAndThenDoesIt() {
    Terminal.Said plan = init("--dry-run");
    assertThat(plan.exit()).as(plan.toString()).isZero();
    assertThat(plan.out())
        .contains("Create the bucket pictures in eu-central-1.", "Nothing was done.")
        .contains("Create the bucket pictures-thumbs in eu-central-1.")
        .anyMatch(line -> line.startsWith("Make the table " + prefix + "Photos"))
        .anyMatch(line -> line.startsWith("Note in ") && line.endsWith(" where all this is."));
    assertThat(temp.resolve("server/pictures")).doesNotExist();
    assertThat(temp.resolve("home")).doesNotExist();
    terminal.run("people").refuses(1, "Nothing says where", "cloud init");

    Terminal.Said done = init();
    assertThat(done.exit()).as(done.toString()).isZero();
    assertThat(done.out().getLast()).startsWith("Done;");
    assertThat(temp.resolve("server/pictures")).isDirectory();
    assertThat(terminal.run("people", "--json").json().get("persons")).isEmpty();

    Terminal.Said again = terminal.run("cloud", "init", "--json");
    assertThat(again.json().get("plan"))
        .noneMatch(line -> line.asString().startsWith("Create") || line.asString().startsWith("Make"));
  }

  @Test
  void whatItNotesHoldsNoSecret() throws Exception {
    init();
    String noted = Files.readString(temp.resolve("home/config/likeness/cloud/default.json"));
    assertThat(noted).contains("\"pictures\"", "eu-central-1").doesNotContain("not-a-secret", "loopback");
  }

  @Test
  void halfOfItIsRefused() {
    terminal.run("cloud", "init", "--region", "eu-central-1").refuses(2, "--raw-bucket");
    terminal.run("cloud").refuses(2, "init");
    terminal.run("cloud", "init").refuses(1, "Nothing says where");
    new Terminal(temp).run("cloud", "init").refuses(2, "cloud:work");
    init("--raw-bucket", "Not A Bucket");
    terminal.run("cloud", "init", "--region", "x", "--raw-bucket", "A B").refuses(1, "bucket for photos");
  }

  @Test
  void aWrongSecretIsSaid() {
    cloud.signIn("guessed");
    init().refuses(1, "another secret");
  }

  @Test
  void aProfileThatIsNotThereIsSaid() {
    init("--profile", "nobody-at-all").refuses(1, "sign-in");
  }

  @Test
  void noNetworkIsSaid() {
    cloud.stop();
    init().refuses(1, "does not answer");
  }

  @Test
  void settingsThatCannotBeReadAreSaid() throws Exception {
    Path file = temp.resolve("home/config/likeness/cloud/default.json");
    Files.createDirectories(file.getParent());
    for (String wrong : List.of("{", "{}", "{\"region\": 7, \"x\": 1}", "[]")) {
      Files.writeString(file, wrong);
      terminal.run("people").refuses(1, "default.json", "cloud init");
    }
  }
}
