package app.likeness.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.likeness.model.GalleryException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// How an upload copes with lines that break, stand still, or lead nowhere.
class BrokenLineTest extends Uploads {
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
  void doesNotQuoteAnAddressThatIsNone() {
    URI url = URI.create("http:///x?secret");
    Throwable thrown = catchThrowable(() -> uploader.send(() -> put(url), file, _ -> {}));
    assertThat(thrown)
        .isInstanceOf(GalleryException.Unsupported.class)
        .hasMessageContaining("beach.jpg");
    assertThat(everything(thrown)).doesNotContain("secret");
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
}
