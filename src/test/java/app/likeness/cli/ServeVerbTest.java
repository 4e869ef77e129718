package app.likeness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.testing.Child;
import app.likeness.testing.Wholeness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `serve` and `token`, each in a process of its own, as they are used.
class ServeVerbTest {
  private static final String PASSWORD = "secret-12";

  @TempDir Path temp;
  private final List<Child> children = new ArrayList<>();
  private Terminal here;

  @BeforeEach
  void gallery() {
    here = new Terminal(temp.resolve("gallery"));
  }

  @AfterEach
  void end() {
    children.forEach(Child::close);
  }

  private Child serve(Child.Start start, String... more) {
    List<String> words =
        new ArrayList<>(List.of("serve", "--gallery", here.gallery().toString(), "--port", "0"));
    words.addAll(List.of(more));
    Child child = Child.start(start, words.toArray(String[]::new));
    children.add(child);
    return child;
  }

  private String token(String scope) {
    return here.run("token", "create", "--scope", scope).out().getLast();
  }

  private Terminal there(String url, String token) {
    return new Terminal(
        here.gallery(),
        url,
        Map.of("LIKENESS_TOKEN", token, "XDG_DATA_HOME", temp.resolve("data").toString()));
  }

  @Test
  void theFirstLineIsTheAddressAndATermSignalEndsItCleanly() throws Exception {
    Child server = serve(new Child.Start());
    String url = server.out().readLine();
    assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+");
    here.run("serve").refuses(1, "is open in another Likeness (process " + server.pid());
    here.run("serve", "--port", "99999").refuses(2, "99999 is no port");

    ProcessHandle.of(server.pid()).orElseThrow().destroy();

    assertThat(server.out().readLine()).isNull();
    assertThat(server.end().err()).isEmpty();
    Wholeness.check(here.gallery());
  }

  @Test
  void tokensAreMadeAndRevokedBesideARunningServer() throws Exception {
    String url = serve(new Child.Start()).out().readLine();
    String view = token("view");
    String manage = token("MANAGE");
    assertThat(view).startsWith("likeness_");
    assertThat(there(url, view).run("people").exit()).isZero();
    there(url, view).run("rescan").refuses(1, "needs a token with the scope manage");
    assertThat(there(url, manage).run("rescan").exit()).isZero();

    List<JsonNode> tokens =
        SampleVerbs.list(here.run("token", "list", "--json").json().get("tokens"));
    assertThat(tokens).hasSize(2);
    assertThat(tokens.toString()).doesNotContain("likeness_", view, manage);
    String id = tokens.stream()
        .filter(token -> token.get("scope").asString().equals("view"))
        .findFirst().orElseThrow().get("id").asString();
    JsonNode revoked = here.run("token", "revoke", id, "--json").json();
    assertThat(revoked.get("revoked").asString()).isEqualTo(id);

    there(url, view).run("people").refuses(1, "does not know this token");
    here.run("token", "revoke", id).refuses(1, "no token " + id, "token list");
    JsonNode made = here.run("token", "create", "--json", "--scope", "contribute").json();
    assertThat(Terminal.fields(made)).containsExactly("id", "scope", "createdAt", "token");
    assertThat(there(url, made.get("token").asString()).run("people").exit()).isZero();
    here.run("token", "create", "--scope", "all").refuses(2, "--scope", "likeness token create --help");
    here.run("token").refuses(2, "create, list or revoke");
  }

  @Test
  void elsewhereThanOnTheLoopbackItDemandsTlsAndTheObjectsAddress() throws Exception {
    here.run("serve", "--host", "0.0.0.0").refuses(1, "others could read along", "--certificate", "--behind-proxy");
    here.run("serve", "--host", "0.0.0.0", "--behind-proxy").refuses(1, "--objects-url");
    here.run("serve", "--host", "0.0.0.0", "--behind-proxy", "--objects-url", "http://photos.example")
        .refuses(1, "others could read along", "https");
    here.run("serve", "--objects-url", "https://photos.example/x").refuses(1, "a scheme and a host");
    here.run("serve", "--cors", "*").refuses(2, "not where a web page comes from");
    assertThat(here.gallery().resolve("catalog.sqlite")).doesNotExist();

    Child server =
        serve(
            new Child.Start(), "--host", "0.0.0.0", "--behind-proxy",
            "--objects-url", "https://objects.example", "--objects-port", "0");
    assertThat(server.out().readLine()).matches("http://0\\.0\\.0\\.0:\\d+");
  }

  @Test
  void withACertificateItSpeaksTls() throws Exception {
    Path file = temp.resolve("server.p12");
    certificate(file);
    here.run("serve", "--certificate", file.toString()).refuses(1, "certificate", file.toString(), "password");
    Path password = Files.writeString(temp.resolve("password"), "wrong");
    here.run("serve", "--certificate", file.toString(), "--certificate-password-file", password.toString())
        .refuses(1, "certificate");
    String url =
        serve(
                new Child.Start().environment(Map.of("LIKENESS_CERTIFICATE_PASSWORD", PASSWORD)),
                "--certificate", file.toString())
            .out().readLine();
    assertThat(url).matches("https://127\\.0\\.0\\.1:\\d+");

    String trust = "-Djavax.net.ssl.trustStore=" + file;
    String opened = " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    Child.End trusted = people(url, Map.of("JDK_JAVA_OPTIONS", trust + opened));
    assertThat(trusted.exit()).as(trusted.toString()).isZero();
    Child.End other = people(url, Map.of());
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.err().lines()).hasSize(1).first().asString().contains("127.0.0.1", "certificate");
    String plain = url.replace("https", "http");
    there(plain, token("view")).run("people").refuses(1, "127.0.0.1 does not answer");
  }

  private Child.End people(String url, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("LIKENESS_TOKEN", token("view"));
    return Child.run(new Child.Start().environment(variables), "people", "--gallery", url);
  }

  private static void certificate(Path file) throws Exception {
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "likeness", "-keyalg", "EC", "-validity", "2",
                "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1,dns:localhost",
                "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
  }

  @Test
  void filesGoToCloudinaryOnlyWhenItIsNamedAndKnown() {
    Terminal.Said said = here.run("serve", "--cloudinary");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).singleElement().asString().contains("CLOUD_NAME", "API_SECRET", ".env");
  }
}
