package app.likeness.faces.onnx;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Where the networks lie: among the application's own files, or in a folder of the user's choice.
public final class ModelFiles {
  /// The system property that names a folder with a `models.json` and the files it describes.
  public static final String FOLDER = "likeness.models.dir";

  private static final String MANIFEST = "models.json";

  private final @Nullable Path folder;
  private final ModelManifest manifest;
  private final Optional<LooksManifest> looks;

  private ModelFiles(@Nullable Path folder) {
    this.folder = folder;
    byte[] json = bytes(MANIFEST);
    this.manifest = parse(json);
    this.looks = LooksManifest.parse(json);
  }

  /// Looks into the folder that the system property [#FOLDER] names, else takes the application's own.
  ///
  /// @throws GalleryException when the manifest is missing or wrong; the networks are not read yet
  public static ModelFiles find() {
    String named = System.getProperty(FOLDER);
    return named == null ? own() : in(Path.of(named));
  }

  /// The networks that came with the application.
  public static ModelFiles own() {
    return new ModelFiles(null);
  }

  public static ModelFiles in(Path folder) {
    return new ModelFiles(folder);
  }

  ModelManifest manifest() {
    return manifest;
  }

  /// Empty where the manifest names no networks that tell what faces look like.
  Optional<LooksManifest> looks() {
    return looks;
  }

  /// The bytes of a network, which are those that the manifest describes.
  ///
  /// @throws GalleryException.Unavailable when the file is missing or another
  byte[] read(ModelManifest.Model model) {
    byte[] bytes = bytes(model.file());
    if (!sha256(bytes).equalsIgnoreCase(model.sha256())) {
      throw new GalleryException.Unavailable(
          "The face model %s in %s is not the one that %s describes (its SHA-256 differs); %s."
              .formatted(model.file(), place(), MANIFEST, remedy()),
          null);
    }
    return bytes;
  }

  private byte[] bytes(String file) {
    try (InputStream in = open(file)) {
      return in.readAllBytes();
    } catch (NoSuchFileException e) {
      throw new GalleryException.Unavailable(
          "The face model %s is missing from %s; %s.".formatted(file, place(), remedy()), e);
    } catch (IOException e) {
      throw new GalleryException.Unavailable(
          "The face model %s in %s cannot be read; %s.".formatted(file, place(), remedy()), e);
    }
  }

  private InputStream open(String file) throws IOException {
    if (folder != null) {
      return Files.newInputStream(folder.resolve(file));
    }
    InputStream in = ModelFiles.class.getResourceAsStream("/models/" + file);
    if (in == null) {
      throw new NoSuchFileException(file);
    }
    return in;
  }

  private ModelManifest parse(byte[] json) {
    try {
      return ModelManifest.parse(json);
    } catch (JacksonException e) {
      throw new GalleryException.Unsupported(
          "%s in %s does not describe face models: %s"
              .formatted(MANIFEST, place(), e.getOriginalMessage()),
          e);
    }
  }

  private String place() {
    return folder == null ? "the application" : folder.toString();
  }

  private String remedy() {
    return folder == null
        ? "install or build Likeness again"
        : "put the right file there, or start without -D" + FOLDER;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
