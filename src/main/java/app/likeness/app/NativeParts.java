package app.likeness.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The native libraries of SQLite and ONNX Runtime, unpacked once into a folder of the user's own.
///
/// Left alone they unpack 25 MB at each start into the folder for temporary files, and a process that
/// is killed leaves them there; which they still do where that folder cannot be written.
final class NativeParts {
  private static final Logger LOG = LoggerFactory.getLogger(NativeParts.class);
  private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");

  private final Path cache;

  /// @param cache is made if it is not there
  NativeParts(Path cache) {
    this.cache = cache;
  }

  /// Call it before the first database is opened.
  void sqlite() {
    String folder = system("Windows", "Mac", "Linux") + "/" + (ARM ? "aarch64" : "x86_64");
    unpack("org.sqlite.lib.path", "/org/sqlite/native/" + folder, List.of("sqlitejdbc"));
  }

  /// Call it before the first face is looked for.
  void onnx() {
    String folder = system("win", "osx", "linux") + "-" + (ARM ? "aarch64" : "x64");
    unpack(
        "onnxruntime.native.path",
        "/ai/onnxruntime/native/" + folder,
        List.of("onnxruntime", "onnxruntime4j_jni"));
  }

  private static String system(String windows, String mac, String other) {
    if (SYSTEM.contains("win")) {
      return windows;
    }
    return SYSTEM.contains("mac") ? mac : other;
  }

  /// @param property where the library reads which folder it lies in
  private void unpack(String property, String folder, List<String> libraries) {
    if (System.getProperty(property) != null) {
      return;
    }
    try {
      Path unpacked = cache;
      for (String library : libraries) {
        String file = System.mapLibraryName(library);
        URL packed = NativeParts.class.getResource(folder + "/" + file);
        if (packed == null) {
          return; // none for this kind of computer: the library says so itself
        }
        unpacked = unpack(packed, file);
      }
      System.setProperty(property, unpacked.toString());
    } catch (IOException e) {
      LOG.debug("Nothing could be unpacked into {}", cache, e);
    }
  }

  /// Answers the folder, which is named after the jar, and so after the version.
  private Path unpack(URL packed, String file) throws IOException {
    URLConnection connection = packed.openConnection();
    Path jar =
        connection instanceof JarURLConnection inJar
            ? Path.of(inJar.getJarFile().getName()).getFileName()
            : Path.of("unpacked");
    Path folder = Files.createDirectories(cache.resolve(jar + "-native"));
    Path place = folder.resolve(file);
    if (!Files.exists(place) || Files.size(place) != connection.getContentLengthLong()) {
      Path fresh = Files.createTempFile(folder, file, ".part");
      try (InputStream in = connection.getInputStream()) {
        Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    }
    return folder;
  }
}
