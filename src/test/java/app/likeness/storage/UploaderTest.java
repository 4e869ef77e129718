package app.likeness.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.likeness.model.GalleryException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How an upload copes with a store that fails and with a file that changes.
class UploaderTest extends Uploads {
  // What the failing store answers, one after the other; then 200.
  private final Queue<Integer> answers = new ArrayDeque<>();
  private final AtomicInteger asked = new AtomicInteger();
  private String answerText = "";
  private HttpServer failing;

  @BeforeEach
  void start() throws IOException {
    failing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    failing.createContext("/", this::answer);
    failing.start();
  }

  @AfterEach
  void stop() {
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

  private Optional<UploadTicket> mint() {
    return put(URI.create("http://127.0.0.1:" + failing.getAddress().getPort() + "/x?secret"));
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
}
