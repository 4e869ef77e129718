package app.likeness.testing;

import app.likeness.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The application in a process of its own, for tests that kill it, limit it or read its words.
public final class Child implements AutoCloseable {
  private final Process process;
  private final Path err;

  /// How it ended.
  ///
  /// @param out the lines it wrote
  /// @param err all that it wrote beside them
  public record End(int exit, List<String> out, String err) {}

  private Child(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  /// Runs a verb to its end.
  public static End run(String... args) {
    return run(new Start(), args);
  }

  public static End run(Start start, String... args) {
    try (Child child = start(start, args)) {
      List<String> out = child.out().lines().toList();
      int exit = child.process.waitFor();
      return new End(exit, out, Files.readString(child.err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What is special about a start.
  ///
  /// @param before what the process is started by, such as a shell that limits it
  /// @param options of the Java machine
  public record Start(List<String> before, List<String> options, Map<String, String> environment) {
    public Start() {
      this(List.of(), List.of(), Map.of());
    }

    public Start before(String... command) {
      return new Start(List.of(command), options, environment);
    }

    public Start option(String option) {
      return new Start(before, List.of(option), environment);
    }

    public Start environment(Map<String, String> variables) {
      return new Start(before, options, variables);
    }
  }

  public static Child start(Start start, String... args) {
    List<String> command = new ArrayList<>(start.before());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(start.options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    try {
      Path err = Files.createTempFile("likeness-child", ".err");
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().putAll(start.environment());
      return new Child(builder.start(), err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What it writes, as it does.
  public BufferedReader out() {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  public boolean runs() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /// Waits for it to end by itself, after its lines were read.
  public End end() throws InterruptedException, IOException {
    int exit = process.waitFor();
    return new End(exit, List.of(), Files.readString(err));
  }

  /// Ends it as a power cut would, with no chance to tidy up.
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    try {
      Files.deleteIfExists(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
