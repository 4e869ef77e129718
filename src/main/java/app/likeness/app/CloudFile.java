package app.likeness.app;

import app.likeness.files.OwnerOnly;
import app.likeness.gallery.CloudSettings;
import app.likeness.model.GalleryException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Keeps where a gallery in the cloud lies in a small JSON file, one a gallery.
record CloudFile(Path file) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .changeDefaultPropertyInclusion(
              included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /// What the file says, if it is there.
  ///
  /// @throws GalleryException.Unsupported when it cannot be understood
  Optional<CloudSettings> read() {
    try {
      return Optional.of(MAPPER.readValue(Files.readAllBytes(file), CloudSettings.class));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new GalleryException.Denied(
          "The settings in %s cannot be read: check who may.".formatted(file), e);
    } catch (JacksonException e) {
      if (e.getCause() instanceof GalleryException known) {
        throw known;
      }
      throw new GalleryException.Unsupported(
          "The settings in %s cannot be understood: correct them, or run \"likeness cloud init\"."
              .formatted(file),
          e);
    } catch (NullPointerException e) {
      throw new GalleryException.Unsupported(
          "The settings in %s are not whole: complete them, or run \"likeness cloud init\"."
              .formatted(file),
          e);
    }
  }

  void write(CloudSettings settings) {
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      OwnerOnly.write(file, MAPPER.writeValueAsBytes(settings));
    } catch (IOException e) {
      throw new GalleryException.Denied(
          "The settings cannot be written to %s: check who may.".formatted(file), e);
    }
  }
}
