package app.likeness.api.remote;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.app.Logs;
import app.likeness.gallery.Gallery;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.LoggerFactory;

/// All that a gallery does by way of a server, with every log at its most talkative: no token and no
/// signed URL is ever among its words.
class SilentLogTest extends RemoteGalleryTest {
  private static final Logger ROOT = Logger.getLogger("");

  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
  private final Handler listener = new Listener();
  private final Level before = ROOT.getLevel();
  private String token = "none yet";

  @BeforeAll
  void listen() {
    Logs.quieten();
    listener.setLevel(Level.ALL);
    ROOT.addHandler(listener);
    ROOT.setLevel(Level.ALL);
  }

  @Override
  protected Gallery over(Gallery local, Path folder) {
    Gallery remote = super.over(local, folder);
    token = token();
    return remote;
  }

  @Override
  protected void close(Gallery tested) {
    super.close(tested);
    isSilent();
  }

  private void isSilent() {
    LoggerFactory.getLogger(SilentLogTest.class).trace("I am heard");
    assertThat(said).anyMatch(line -> line.contains("I am heard"));
    for (String secret : List.of(token, "likeness_", "X-Amz-Signature", "X-Amz-Credential")) {
      assertThat(said).noneMatch(line -> line.contains(secret));
    }
    said.clear();
  }

  @AfterAll
  void forget() {
    ROOT.removeHandler(listener);
    ROOT.setLevel(before);
  }

  private final class Listener extends Handler {
    @Override
    public void publish(LogRecord entry) {
      said.add(entry.getLoggerName() + ": " + entry.getMessage()
          + Arrays.toString(entry.getParameters()) + entry.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
