import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// Installs what the tests run beside the JVM, exactly as package-lock.json here says.
///
/// Run as `java InstallTools.java FOLDER`; a failure is one sentence in `FOLDER.problem`, which the
/// build fails with.
final class InstallTools {
  private static final List<String> FILES =
      List.of("package.json", "dynalite.js", "package-lock.json");

  private InstallTools() {}

  public static void main(String[] args) throws IOException {
    var from = Path.of("src", "test", "npm");
    var to = Path.of(args[0]);
    var problem = to.resolveSibling(to.getFileName() + ".problem");
    var installed = to.resolve("installed.json");
    Files.createDirectories(to);
    Files.deleteIfExists(problem);
    for (String file : FILES) {
      Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    var lock = to.resolve("package-lock.json");
    if (Files.exists(installed) && Files.mismatch(installed, lock) < 0) {
      return;
    }
    var sentence = install(to.toFile());
    if (sentence.isEmpty()) {
      Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.writeString(problem, sentence);
    }
  }

  private static String install(File folder) throws IOException {
    var windows =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    var log = new File(folder, "log");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  windows ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--prefer-offline",
                  "--no-audit", "--no-fund")
              .directory(folder)
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start();
    } catch (IOException _) {
      return "The tests need npm, which is part of Node.js: install it and build again.";
    }
    if (process.onExit().join().exitValue() == 0) {
      return "";
    }
    System.err.println(Files.readString(log.toPath()));
    return "What the tests need could not be fetched from npm: try again with a network.";
  }
}
