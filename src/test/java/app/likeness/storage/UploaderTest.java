package app.likeness.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.likeness.model.GalleryException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How an upload copes with a store that fails and with a file that changes.
class UploaderTest {
  private static final int TRIES = 4;
  private static final int LENGTH = 3 << 20;

  @TempDir Path temp;
  private final Uploader uploader =
      new Uploader(
          new Backoff(TRIES, Duration.ofMillis(2), Duration.ofMillis(8)), Duration.ofSeconds(30));
  private final AtomicInteger minted = new AtomicInteger();
  // What the failing store answers, one after the other; then 200.
  private final Queue<Integer> answers = new ArrayDeque<>();
  private final AtomicInteger asked = new AtomicInteger();
  private String answerText = "";
  private HttpServer failing;
  private Path file;

  @BeforeEach
  void start() throws IOException {
    file = Files.write(temp.resolve("beach.jpg"), Samples.bytes(LENGTH, 1));
    failing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    failing.createContext("/", this::answer);
    failing.start();
  }

  @AfterEach
  void stop() {
    uploader.close();
    failing.stop(0);
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    List<Long> sent = new ArrayList<>();
    uploader.send(this::mint, file, sent::add);
    assertThat(sent).isSorted().hasSizeGreaterThan(10).last().isEqualTo((long) LENGTH);
  }

  @Test
  void triesAgainWithANewTicketWhenTheStoreIsOutOfOrder() throws Exception {
    answers.addAll(List.of(503, 500));
    uploader.send(this::mint, file, _ -> {});
    assertThat(minted).hasValue(3);
  }

  @Test
  void triesAgainWithANewTicketWhenOneIsRefused() throws Exception {
    answers.add(403);
    uploader.send(this::mint, file, _ -> {});
    assertThat(minted).hasValue(2);
  }

  @Test
  void tellsTheServersTimeWhenItRefusesATicketOnly() throws Exception {
    answers.addAll(List.of(503, 403));
    answerText = "<Error><Code>RequestTimeTooSkewed</Code></Error>";
    List<String> dates = new ArrayList<>();
    Backoff quick = new Backoff(TRIES, Duration.ofMillis(2), Duration.ofMillis(8));
    try (Uploader telling = new Uploader(quick, Duration.ofSeconds(30), dates::add)) {
      telling.send(this::mint, file, _ -> {});
    }
    assertThat(dates).hasSize(1).first().asString().endsWith(" GMT");
    assertThat(minted).hasValue(3);
  }

  @Test
  void takesAnObjectThatIsThereAlreadyAsArrived() throws Exception {
    answers.addAll(List.of(500, 412));
    uploader.send(this::mint, file, _ -> {});
    assertThat(asked).hasValue(2);
  }

  @Test
  void sendsNothingWhenNothingNeedBeSent() throws Exception {
    answers.add(500);
    uploader.send(() -> asked.get() == 0 ? mint() : Optional.empty(), file, _ -> {});
    assertThat(asked).hasValue(1);
  }

  @Test
  void givesUpAfterItsTries() {
    answers.addAll(List.of(500, 503, 500, 502, 500, 500));
    Throwable thrown = catchThrowable(() -> uploader.send(this::mint, file, _ -> {}));
    assertThat(thrown)
        .isInstanceOf(GalleryException.Unavailable.class)
        .hasMessageContaining("beach.jpg");
    assertThat(asked).hasValue(TRIES);
  }

  @Test
  void saysThatItIsRefusedButNotWhatWasSigned() {
    answers.addAll(List.of(403, 403, 403, 403, 403));
    answerText =
        "<Error><Code>SignatureDoesNotMatch</Code><CanonicalRequest>PUT http://127.0.0.1/x?"
            + "X-Amz-Signature=5ec7e7</CanonicalRequest></Error>";
    Throwable thrown = catchThrowable(() -> uploader.send(this::mint, file, _ -> {}));
    assertThat(thrown)
        .isInstanceOf(GalleryException.Denied.class)
        .hasMessageContaining("SignatureDoesNotMatch");
    assertThat(everything(thrown)).doesNotContain("http://", "X-Amz-Signature", "5ec7e7");
    assertThat(asked).hasValue(TRIES);
  }

  @Test
  void saysAtOnceThatThereIsNoRoom() {
    answers.add(507);
    assertThatThrownBy(() -> uploader.send(this::mint, file, _ -> {}))
        .isInstanceOf(GalleryException.Unavailable.class)
        .hasMessageContaining("no room");
    assertThat(asked).hasValue(1);
  }

  @Test
  void triesABrokenLineAgainAndGivesUp() throws Exception {
    try (ServerSocket breaking = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      AtomicInteger accepted = new AtomicInteger();
      Thread.startVirtualThread(() -> breakOff(breaking, accepted));
      URI url = URI.create("http://127.0.0.1:" + breaking.getLocalPort() + "/x?secret");
      Throwable thrown = catchThrowable(() -> uploader.send(() -> put(url), file, _ -> {}));
      assertThat(thrown)
          .isInstanceOf(GalleryException.Unavailable.class)
          .hasMessageContaining("beach.jpg");
      assertThat(everything(thrown)).doesNotContain("secret");
      assertThat(accepted).hasValue(TRIES);
    }
  }

  @Test
  void sendsNoFileThatIsRefusedBeforehand() throws Exception {
    try (ServerSocket refusing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> refuse(refusing));
      URI url = URI.create("http://127.0.0.1:" + refusing.getLocalPort() + "/x");
      AtomicLong sent = new AtomicLong();
      assertThatThrownBy(() -> uploader.send(() -> put(url), file, sent::set))
          .isInstanceOf(GalleryException.Denied.class)
          .hasMessageContaining("403");
      assertThat(sent).hasValue(0);
    }
  }

  @Test
  void givesUpOnAStoreThatStandsStill() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Uploader impatient =
            new Uploader(
                new Backoff(1, Duration.ZERO, Duration.ZERO), Duration.ofMillis(200))) {
      URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/x");
      assertThatThrownBy(() -> impatient.send(() -> put(url), file, _ -> {}))
          .isInstanceOf(GalleryException.Unavailable.class);
    }
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> uploader.send(this::mint, temp.resolve("gone.jpg"), _ -> {}))
        .isInstanceOf(GalleryException.NotFound.class)
        .hasMessageContaining("gone.jpg");
  }

  @Test
  void namesAFileThatHasAnotherLengthThanItsTicket() throws Exception {
    Optional<UploadTicket> ticket = mint();
    Files.write(file, new byte[1], StandardOpenOption.APPEND);
    assertThatThrownBy(() -> uploader.send(() -> ticket, file, _ -> {}))
        .isInstanceOf(GalleryException.Conflict.class)
        .hasMessageContaining("beach.jpg changed");
    assertThat(asked).hasValue(0);
  }

  @Test
  void namesAFileThatShrinksOnItsWay() {
    assertThatThrownBy(
            () -> uploader.send(this::mint, file, _ -> change(() -> Files.write(file, new byte[9]))))
        .isInstanceOf(GalleryException.Conflict.class)
        .hasMessageContaining("beach.jpg changed");
    assertThat(minted).hasValue(1);
  }

  @Test
  void namesAFileThatGrowsOnItsWay() {
    assertThatThrownBy(
            () ->
                uploader.send(
                    this::mint,
                    file,
                    _ -> change(() -> Files.write(file, new byte[9], StandardOpenOption.APPEND))))
        .isInstanceOf(GalleryException.Conflict.class)
        .hasMessageContaining("beach.jpg changed");
    assertThat(minted).hasValue(1);
  }

  @Test
  void doesNotQuoteAnAddressThatIsNone() {
    URI url = URI.create("http:///x?secret");
    Throwable thrown = catchThrowable(() -> uploader.send(() -> put(url), file, _ -> {}));
    assertThat(thrown)
        .isInstanceOf(GalleryException.Unsupported.class)
        .hasMessageContaining("beach.jpg");
    assertThat(everything(thrown)).doesNotContain("secret");
  }

  private Optional<UploadTicket> mint() {
    return put(URI.create("http://127.0.0.1:" + failing.getAddress().getPort() + "/x?secret"));
  }

  private Optional<UploadTicket> put(URI url) {
    minted.incrementAndGet();
    SequencedMap<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "127.0.0.1");
    headers.put("Content-Length", Integer.toString(LENGTH));
    headers.put("If-None-Match", "*");
    return Optional.of(new UploadTicket.Put(url, headers, Instant.now().plusSeconds(120)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    exchange.getRequestBody().readAllBytes();
    Integer status = answers.poll();
    byte[] text = answerText.getBytes(UTF_8);
    exchange.sendResponseHeaders(status == null ? 200 : status, text.length == 0 ? -1 : text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private static void breakOff(ServerSocket server, AtomicInteger accepted) {
    try {
      while (true) {
        try (Socket line = server.accept()) {
          accepted.incrementAndGet();
          line.getInputStream().readNBytes(100);
        }
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  // Answers when it has read the headers, and reads no body.
  private static void refuse(ServerSocket server) {
    try {
      while (true) {
        try (Socket line = server.accept()) {
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(line.getInputStream(), UTF_8));
          while (!String.valueOf(lines.readLine()).isEmpty()) {}
          line.getOutputStream()
              .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
        }
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  /// Changes a file under the hands of whoever reads it.
  private interface Change {
    void run() throws IOException;
  }

  private static void change(Change change) {
    try {
      change.run();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String everything(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
