package app.likeness.storage.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Objects that clients elsewhere reach by way of somebody in front of the loopback.
class ReachTest {
  private static final Optional<URI> FRONT = Optional.of(URI.create("https://objects.example:8443/"));
  private static final String KEY = "photos-thumbs/0123456789_256.jpg";

  @TempDir Path temp;

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void urlsAreSignedForTheFrontAndGoodForItsHostAlone() throws Exception {
    int port = free();
    Reach reach = new Reach(port, FRONT);
    try (var store = EmbeddedObjectStore.open(temp, InstantSource.system(), reach)) {
      store.write(KEY, "image/jpeg", new byte[] {1});
      URI view = store.view(KEY).orElseThrow().url();
      assertThat(view).hasScheme("https").hasHost("objects.example").hasPort(8443);
      assertThat(answer(port, view, "objects.example:8443")).startsWith("HTTP/1.1 200");
      assertThat(answer(port, view, "127.0.0.1:" + port)).startsWith("HTTP/1.1 403");
    }
  }

  /// As a proxy asks, which hands path, query and host on.
  private static String answer(int port, URI url, String host) throws IOException {
    String head =
        "GET %s?%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
            .formatted(url.getRawPath(), url.getRawQuery(), host);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  @Test
  void aPortThatSomebodyElseHasIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Reach reach = new Reach(taken.getLocalPort(), Optional.empty());
      assertThatThrownBy(() -> EmbeddedObjectStore.open(temp, InstantSource.system(), reach))
          .isInstanceOf(GalleryException.Conflict.class)
          .hasMessageContaining("port " + taken.getLocalPort());
    }
  }

  @Test
  void anAddressInClearTextIsOnlyForThisMachine() {
    assertThat(new Reach(0, Optional.of(URI.create("http://localhost:1"))).url()).isPresent();
    assertThatThrownBy(() -> new Reach(0, Optional.of(URI.create("http://objects.example"))))
        .isInstanceOf(GalleryException.Denied.class);
    assertThatThrownBy(() -> new Reach(0, Optional.of(URI.create("https://objects.example/x"))))
        .isInstanceOf(GalleryException.Unsupported.class);
  }
}
