package app.likeness.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Keeps tokens in the operating system's keyring, by the system's own tool; in files of the owner
/// where there is none, or it is locked.
record Keyring(Tool tool, Secrets files) implements Secrets {
  private static final int PATIENCE_SECONDS = 30;

  /// A tool of the operating system, with `{server}` and `{token}` where those belong.
  ///
  /// A token passes through its standard input, since anybody may read its command line.
  ///
  /// @param input what the command that keeps is told
  record Tool(List<String> keep, String input, List<String> find) {
    /// Of freedesktop's Secret Service, as GNOME and KDE have it.
    static Tool secretTool(String program) {
      return new Tool(
          List.of(
              program, "store", "--label=Likeness: {server}",
              "service", "likeness", "server", "{server}"),
          "{token}",
          List.of(program, "lookup", "service", "likeness", "server", "{server}"));
    }

    /// Of macOS; `-i` reads commands from its input.
    static Tool security() {
      return new Tool(
          List.of("security", "-i"),
          "add-generic-password -U -s likeness -a \"{server}\" -w \"{token}\"\n",
          List.of("security", "find-generic-password", "-s", "likeness", "-a", "{server}", "-w"));
    }
  }

  /// That of this computer, with these files to fall back on.
  static Secrets ofThisUser(Secrets files) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      return files; // its tools would show the token on their command line
    }
    return new Keyring(
        system.contains("mac") ? Tool.security() : Tool.secretTool("secret-tool"), files);
  }

  @Override
  public void keep(String server, String token) {
    boolean plain = token.matches("[\\w.~+/=-]+"); // else a tool might read more than a word in it
    if (plain) {
      run(tool.keep(), server, tool.input().replace("{server}", server).replace("{token}", token));
    }
    if (!plain || !inTool(server).equals(Optional.of(token))) {
      files.keep(server, token);
    }
  }

  @Override
  public Optional<String> find(String server) {
    return inTool(server).or(() -> files.find(server));
  }

  private Optional<String> inTool(String server) {
    return run(tool.find(), server, "").map(String::strip).filter(token -> !token.isEmpty());
  }

  /// What the tool prints; empty when there is no such tool, or it fails, as without a desktop.
  private static Optional<String> run(List<String> command, String server, String input) {
    try {
      Process process =
          new ProcessBuilder(command.stream().map(word -> word.replace("{server}", server)).toList())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (Writer in = process.outputWriter(UTF_8)) {
        in.write(input);
      }
      // A few bytes, which fit into the pipe: it can end before they are read.
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroy(); // it asks for a password that nobody gives
        return Optional.empty();
      }
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.exitValue() == 0 ? Optional.of(printed) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
