package app.likeness.cli;

import app.likeness.testing.ServedFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The same by way of a server.
class RemoteCommandLineTest extends CommandLineTest {
  private ServedFolder server;

  @BeforeEach
  void serve() {
    server = new ServedFolder(terminal.gallery(), temp.resolve("data"));
    terminal = new Terminal(terminal.gallery(), server.url().toString(), server.environment());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  void isWhole() {
    server.stop();
    super.isWhole();
    server.start();
  }
}
