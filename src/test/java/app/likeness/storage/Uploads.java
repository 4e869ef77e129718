package app.likeness.storage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A file to send, an uploader that is quick to try again, and tickets for any address.
abstract class Uploads {
  static final int TRIES = 4;
  static final int LENGTH = 3 << 20;

  @TempDir Path temp;
  Path file;

  final Uploader uploader =
      new Uploader(
          new Backoff(TRIES, Duration.ofMillis(2), Duration.ofMillis(8)), Duration.ofSeconds(30));
  final AtomicInteger minted = new AtomicInteger();

  @BeforeEach
  void write() throws IOException {
    file = Files.write(temp.resolve("beach.jpg"), Samples.bytes(LENGTH, 1));
  }

  @AfterEach
  void close() {
    uploader.close();
  }

  final Optional<UploadTicket> put(URI url) {
    minted.incrementAndGet();
    SequencedMap<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "127.0.0.1");
    headers.put("Content-Length", Integer.toString(LENGTH));
    headers.put("If-None-Match", "*");
    return Optional.of(new UploadTicket.Put(url, headers, Instant.now().plusSeconds(120)));
  }

  static String everything(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
