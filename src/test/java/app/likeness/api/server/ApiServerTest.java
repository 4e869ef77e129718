package app.likeness.api.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.api.ApiSettings;
import app.likeness.api.Binding;
import app.likeness.api.GalleryApi;
import app.likeness.catalog.sqlite.SqliteTokens;
import app.likeness.gallery.Tokens;
import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import app.likeness.model.Scope;
import app.likeness.storage.RawHttp;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What whoever listens on a network must withstand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiServerTest {
  private static final String PAGE = "https://photos.example";
  private static final ApiSettings SETTINGS = new ApiSettings(Set.of(PAGE), 1, 40);

  private Workspace.Opened opened;
  private Tokens tokens;
  private GalleryApi api;
  private ApiServer server;
  private String manage;

  @BeforeAll
  void open(@TempDir Path folder) {
    DrawnGallery.fill(folder, 4, 2, 0);
    opened = Galleries.workspace(folder).write();
    tokens = new Tokens(SqliteTokens.open(folder.resolve("tokens.sqlite")));
    api = new GalleryApi(opened.gallery(), tokens, SETTINGS);
    server = ApiServer.start(api::handle, Binding.loopback(0));
    manage = tokens.create(Scope.MANAGE).secret();
  }

  @AfterAll
  void close() {
    server.close();
    api.close();
    tokens.close();
    opened.close();
  }

  private HttpResponse<byte[]> ask(String token, String method, String path, byte[] body)
      throws Exception {
    Map<String, String> headers = new HashMap<>();
    if (!token.isEmpty()) {
      headers.put("Authorization", "Bearer " + token);
    }
    return RawHttp.answer(method, URI.create(server.url() + path), headers, body);
  }

  private HttpResponse<byte[]> get(String token, String path) throws Exception {
    return ask(token, "GET", path, new byte[0]);
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return new JsonMapper().readTree(answer.body());
  }

  @Test
  void onlyThisMachineCanAskUnlessMoreIsWanted() throws Exception {
    int port = server.url().getPort();
    assertThat(server.url().getHost()).isEqualTo("127.0.0.1");
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : network.inetAddresses().toList()) {
        if (!address.isLoopbackAddress()) {
          assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(IOException.class);
        }
      }
    }
    for (String host : List.of("0.0.0.0", "::", "photos.example")) {
      assertThatThrownBy(() -> new Binding(host, 0, null, null, false))
          .isInstanceOf(GalleryException.Denied.class)
          .hasMessageContaining("--certificate");
    }
  }

  @Test
  void whoHasNoTokenOrTooSmallAScopeIsRefused() throws Exception {
    HttpResponse<byte[]> none = get("", "/persons");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(get("likeness_guess", "/persons").statusCode()).isEqualTo(401);
    String view = tokens.create(Scope.VIEW).secret();
    assertThat(get(view, "/persons").statusCode()).isEqualTo(200);
    assertThat(ask(view, "POST", "/v1/regroup", new byte[0]).statusCode()).isEqualTo(403);
    assertThat(ask(view, "POST", "/v1/scan", new byte[0]).statusCode()).isEqualTo(403);
  }

  @Test
  void aRevokedTokenIsRefusedAtOnce() throws Exception {
    Tokens.Made made = tokens.create(Scope.VIEW);
    assertThat(get(made.secret(), "/persons").statusCode()).isEqualTo(200);
    tokens.revoke(made.token().id());
    assertThat(get(made.secret(), "/persons").statusCode()).isEqualTo(401);
  }

  @Test
  void whoAsksTooOftenIsToldWhenToAskAgain() throws Exception {
    String eager = tokens.create(Scope.VIEW).secret();
    HttpResponse<byte[]> last = get(eager, "/v1/totals");
    for (int i = 0; i < 200 && last.statusCode() == 200; i++) {
      last = get(eager, "/v1/totals");
    }
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    assertThat(get(tokens.create(Scope.VIEW).secret(), "/v1/totals").statusCode()).isEqualTo(200);
  }

  @Test
  void tooMuchIsRefused() throws Exception {
    byte[] body = " ".repeat((1 << 20) + 1).getBytes(US_ASCII);
    assertThat(ask(manage, "POST", "/v1/views", body).statusCode()).isEqualTo(413);
    HttpResponse<byte[]> answer =
        RawHttp.answer(
            "GET", URI.create(server.url() + "/persons"), Map.of("X-Long", "x".repeat(20_000)), body);
    assertThat(answer.statusCode()).isEqualTo(431);
  }

  @Test
  void unknownAndBadPathsAreToldInTheFaceGallerysForm() throws Exception {
    HttpResponse<byte[]> unknown = get(manage, "/nothing/here");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(json(unknown).get("error").asString()).isEqualTo("not found");
    assertThat(json(unknown).get("path").asString()).isEqualTo("/nothing/here");
    HttpResponse<byte[]> bad = get(manage, "/persons//photos");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(json(bad).get("error").asString()).isEqualTo("bad path");
    assertThat(get(manage, "/persons/a%2Fb/photos").statusCode()).isIn(400, 404);
    assertThat(json(get(manage, "/persons/%20/photos")).get("error").asString()).isEqualTo("bad path");
  }

  @Test
  void onlyTheWebPagesThatAreAllowedMayAsk() throws Exception {
    assertThat(allowed(PAGE)).isEqualTo(PAGE);
    assertThat(allowed("https://other.example")).isEmpty();
    assertThat(allowed("null")).isEmpty();
  }

  private String allowed(String origin) throws Exception {
    String head = "OPTIONS /persons HTTP/1.1\r\nHost: x\r\nOrigin: " + origin + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII)
          .lines()
          .filter(line -> line.startsWith("Access-Control-Allow-Origin: "))
          .map(line -> line.substring(line.indexOf(' ') + 1))
          .findFirst()
          .orElse("");
    }
  }

  @Test
  void whoSendsABodyByteByByteIsCutOffAndHoldsNobodyUp() throws Exception {
    String head =
        "POST /v1/views HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + manage
            + "\r\nContent-Length: 100000\r\n\r\n";
    isCutOff(head.getBytes(US_ASCII));
  }

  @Test
  void whoSendsAHeadByteByByteIsCutOffAndHoldsNobodyUp() throws Exception {
    isCutOff("GET /persons HTTP/1.1\r\nX-Slow: ".getBytes(US_ASCII));
  }

  /// Ends when the server has ended it, which it would not while anything still comes.
  private void isCutOff(byte[] start) throws Exception {
    Socket[] slow = new Socket[20];
    for (int i = 0; i < slow.length; i++) {
      slow[i] = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
      slow[i].getOutputStream().write(start);
    }
    String other = tokens.create(Scope.VIEW).secret();
    assertThat(get(other, "/persons").statusCode()).isEqualTo(200);
    drip(slow);
    assertThat(get(other, "/persons").statusCode()).isEqualTo(200);
  }

  private static void drip(Socket[] sockets) throws InterruptedException {
    List<Socket> open = new ArrayList<>(List.of(sockets));
    while (!open.isEmpty()) {
      open.removeIf(socket -> !takes(socket));
      Thread.sleep(50);
    }
  }

  /// Sends a byte more; answers whether the server still takes any.
  private static boolean takes(Socket socket) {
    try {
      socket.getOutputStream().write('x');
      if (socket.getInputStream().available() == 0) {
        return true;
      }
      socket.close();
    } catch (IOException _) {
      // It was cut off without a word.
    }
    return false;
  }
}
