package app.likeness;

import app.likeness.app.Backends;
import app.likeness.app.Logs;
import app.likeness.cli.CommandLineApp;
import app.likeness.ui.shell.LikenessApp;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Starts Likeness: the window without a verb, the command line with one.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Logs.quieten();
    System.exit(
        new CommandLineApp(
                new Backends(),
                LikenessApp::run,
                writer(FileDescriptor.out),
                writer(FileDescriptor.err))
            .run(args));
  }

  /// JSON is UTF-8 whatever the locale says.
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
