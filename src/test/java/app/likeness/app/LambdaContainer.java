package app.likeness.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A function in a process of its own, as AWS Lambda runs it: from the archive that the build packed,
/// by AWS's runtime interface client, with nothing else on the class path.
final class LambdaContainer implements AutoCloseable {
  private static final Path ARCHIVE = Path.of("target", "likeness-aws.zip").toAbsolutePath();
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /// Where the client finds its native part; else each unpacks it to one file for the whole machine,
  /// under another that has just loaded it.
  private static final String NATIVE =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final Process process;
  private final RuntimeApi runtime;
  private final Path scratch;
  private final Path log;

  /// @param code where the archive lies unpacked
  /// @param handler the class that the template names
  /// @param environment as the template sets it, and credentials as AWS does
  static LambdaContainer start(
      Path code, Class<?> handler, RuntimeApi runtime, Map<String, String> environment)
      throws IOException {
    return new LambdaContainer(code, handler, runtime, environment);
  }

  private LambdaContainer(
      Path code, Class<?> handler, RuntimeApi runtime, Map<String, String> environment)
      throws IOException {
    this.runtime = runtime;
    scratch = Files.createTempDirectory("lambda-tmp");
    log = Files.createTempFile("lambda", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + scratch,
                "-D" + NATIVE + "=" + library(),
                "-cp",
                client(),
                CLIENT,
                handler.getName())
            .directory(code.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> all = builder.environment();
    all.clear();
    all.putAll(environment);
    all.put("LC_ALL", "C.UTF-8");
    all.put("PATH", String.valueOf(System.getenv("PATH")));
    all.put("AWS_LAMBDA_RUNTIME_API", runtime.address());
    all.put("AWS_LAMBDA_FUNCTION_NAME", "likeness");
    all.put("LAMBDA_TASK_ROOT", code.toString());
    process = builder.start();
    var _ = process.onExit().thenRun(runtime::gone);
  }

  private Path library() throws IOException {
    String chip = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    Path file = scratch.resolve("client.so");
    try (InputStream in =
        LambdaContainer.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + chip + ".so")) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    return file;
  }

  /// The runtime interface client and what it needs, which AWS has in its runtime.
  private static String client() {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(jar -> jar.contains("aws-lambda-java-") || jar.contains("utils-lite"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// Unpacks the archive, as AWS does to `/var/task`.
  static List<String> unpack(Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(ARCHIVE))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }

  static long archived() throws IOException {
    return Files.size(ARCHIVE);
  }

  /// What it has logged.
  String log() throws IOException {
    return Files.readString(log);
  }

  /// Ends it as AWS does when something went wrong: with no chance to tidy up.
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    runtime.gone();
    try (Stream<Path> left = Files.walk(scratch)) {
      Files.deleteIfExists(log);
      for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
