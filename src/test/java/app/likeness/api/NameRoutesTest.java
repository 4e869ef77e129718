package app.likeness.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.api.server.ApiServer;
import app.likeness.catalog.sqlite.SqliteTokens;
import app.likeness.gallery.Tokens;
import app.likeness.gallery.Workspace;
import app.likeness.model.Scope;
import app.likeness.storage.MediaService;
import app.likeness.storage.UploadTicket;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What clients of the reference systems do who know a file by its name, over real HTTP.
class NameRoutesTest {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Workspace.Session session;
  private Tokens tokens;
  private GalleryApi api;
  private ApiServer server;
  private String secret;

  @BeforeEach
  void open(@TempDir Path folder) {
    session = Galleries.open(folder);
    tokens = new Tokens(SqliteTokens.open(folder.resolve("tokens.sqlite")));
    secret = tokens.create(Scope.MANAGE).secret();
    serve(FormUploads.USUAL);
  }

  private void serve(FormUploads forms) {
    api = new GalleryApi(session.gallery(), tokens, ApiSettings.USUAL, forms);
    server = ApiServer.start(new Described(api), Binding.loopback(0));
  }

  @AfterEach
  void close() {
    server.close();
    api.close();
    tokens.close();
    session.close();
    client.close();
  }

  private HttpResponse<String> ask(String method, String path, String type, BodyPublisher body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", type)
            .method(method, body)
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return ask("GET", path, "text/plain", BodyPublishers.noBody());
  }

  private HttpResponse<String> delete(String path) throws Exception {
    return ask("DELETE", path, "text/plain", BodyPublishers.noBody());
  }

  private HttpResponse<String> form(String fileName, byte[] content) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        --x\r
        Content-Disposition: form-data; name="note"\r
        \r
        not this one\r
        --x\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: image/jpeg\r
        \r
        """
            .formatted(fileName)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
    return ask(
        "POST", "/upload", "multipart/form-data; boundary=x",
        BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return new JsonMapper().readTree(answer.body());
  }

  private int put(String url, Path file) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "image/*")
                .PUT(BodyPublishers.ofFile(file))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void theWorkshopsClientUploadsListsAndDeletesByName() throws Exception {
    String url = json(get("/upload?fileName=my%20photo.jpg")).asString();
    assertThat(put(url, Samples.photo(1))).isEqualTo(200);
    assertThat(session.gallery().uploads().named("my photo.jpg")).isPresent();

    JsonNode tiles = json(get("/listgallery"));
    assertThat(tiles.size()).isEqualTo(1);
    for (String part : new String[] {"src", "thumbnail"}) {
      URI view = URI.create(tiles.get(0).get(part).asString());
      var shown = client.send(HttpRequest.newBuilder(view).build(), BodyHandlers.ofByteArray());
      assertThat(shown.statusCode()).isEqualTo(200);
    }
    HttpResponse<String> deleted = delete("/delete?fileName=my%20photo.jpg");
    assertThat(deleted.body()).isEqualTo("{\"Message\":\"Success\"}");
    assertThat(json(get("/listgallery")).size()).isZero();
    assertThat(delete("/delete?fileName=my%20photo.jpg").statusCode()).isEqualTo(404);
    assertThat(delete("/delete").statusCode()).isEqualTo(400);
  }

  @Test
  void aKeyInThePathMayHaveSlashes() throws Exception {
    form("a.jpg", Files.readAllBytes(Samples.photo(2)));
    String key =
        session.gallery().photos().timeline(null, null, 1).items().getFirst().original().key();

    assertThat(key).contains("/");
    assertThat(delete("/delete/" + key).statusCode()).isEqualTo(200);
    assertThat(session.gallery().totals().photos()).isZero();
  }

  @Test
  void aFormIsMadeForAName() throws Exception {
    JsonNode form =
        json(ask("POST", "/upload-form", "application/json",
            BodyPublishers.ofString("{\"file_name\":\"two.dots and spaces.jpg\"}")));

    assertThat(form.at("/fields/key").asString())
        .matches("photos-raw/inbox/two-dots-and-spaces-[0-9a-f]{8}\\.jpg");
    assertThat(form.get("url").asString()).startsWith("http://127.0.0.1:");
  }

  @Test
  void aFormWithAFileBecomesAPhoto() throws Exception {
    JsonNode answer = json(form("Ünï.jpg", Files.readAllBytes(Samples.photo(1))));

    assertThat(answer.get("state").asString()).isEqualTo("READY");
    var photo = session.gallery().uploads().named("Ünï.jpg").orElseThrow();
    assertThat(photo.id().value()).isEqualTo(answer.get("photoId").asString());
  }

  @Test
  void aFormThatIsNoGoodIsRefusedInOneSentence() throws Exception {
    HttpResponse<String> none =
        ask("POST", "/upload", "multipart/form-data; boundary=x",
            BodyPublishers.ofString("--x--\r\n"));
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(json(none).get("detail").asString()).contains("\"file\"");
    HttpResponse<String> other =
        ask("POST", "/upload", "application/json", BodyPublishers.ofString("{}"));
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(form("a.jpg", "no picture".getBytes(StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(422);
    assertThat(session.gallery().totals().photos()).isZero();
  }

  @Test
  void aFormThatIsTooLargeIsRefused() throws Exception {
    server.close();
    api.close();
    serve(new FormUploads(1000, null));

    assertThat(form("a.jpg", new byte[2000]).statusCode()).isEqualTo(413);
  }

  @Test
  void whereAMediaServiceIsSetTheFileGoesThere() throws Exception {
    server.close();
    api.close();
    serve(new FormUploads(1 << 20, new Echo()));

    HttpResponse<String> answer = form("b.jpg", new byte[12]);

    assertThat(answer.body()).isEqualTo("{\"public_id\":\"b.jpg\",\"bytes\":12}");
    assertThat(session.gallery().totals().photos()).isZero();
  }

  @Test
  void whatDoesNotFitIntoOneAnswerIsLinkedTo() throws Exception {
    for (int i = 1; i <= 3; i++) {
      form(i + ".jpg", Files.readAllBytes(Samples.photo(i)));
    }

    HttpResponse<String> page = get("/listgallery?limit=2");

    String link = page.headers().firstValue("Link").orElseThrow();
    assertThat(link).startsWith("</listgallery?cursor=").endsWith(">; rel=\"next\"");
    HttpResponse<String> rest = get(link.substring(1, link.indexOf('>')));
    assertThat(json(page).size() + json(rest).size()).isEqualTo(3);
    assertThat(rest.headers().firstValue("Link")).isEmpty();
  }

  @Test
  void whoMayOnlyLookMayNotSendOrDelete() throws Exception {
    secret = tokens.create(Scope.VIEW).secret();

    assertThat(get("/upload?fileName=" + URLEncoder.encode("a b", StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(403);
    assertThat(delete("/delete/a.jpg").statusCode()).isEqualTo(403);
    assertThat(form("a.jpg", new byte[9]).statusCode()).isEqualTo(403);
  }

  /// Answers what it was sent.
  private static final class Echo implements MediaService {
    @Override
    public UploadTicket.Form ticket(String fileName) {
      return new UploadTicket.Form(URI.create("http://x"), new LinkedHashMap<>(), Instant.EPOCH);
    }

    @Override
    public String upload(Path file, String fileName) {
      return "{\"public_id\":\"%s\",\"bytes\":%d}".formatted(fileName, file.toFile().length());
    }

    @Override
    public void close() {}
  }
}
