package app.likeness.faces.onnx;

import app.likeness.model.GalleryException;
import app.likeness.model.Thresholds;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Which networks recognise faces and how each wants its input: `models.json`.
record ModelManifest(Detector detector, Landmarker landmarker, Embedder embedder) {

  /// An ONNX file, known by its SHA-256 in hexadecimal digits.
  interface Model {
    String file();

    String sha256();

    NetInput input();
  }

  /// Finds the boxes of faces.
  record Detector(
      String kind,
      String file,
      String sha256,
      NetInput input,
      AnchorOutputs outputs,
      Limits thresholds)
      implements Model {

    /// The names of a score and of a box for each anchor.
    record AnchorOutputs(String scores, String boxes) {}

    /// @param photo the least score of a face on the whole photo, 0..1
    /// @param tile the least score of a face on an enlarged part of it
    /// @param overlap a box that overlaps a stronger one this much (intersection over union) goes
    /// @param inside so does a box this much of which lies inside a stronger one
    record Limits(double photo, double tile, double overlap, double inside) {}

    DetectorKind known() {
      return Arrays.stream(DetectorKind.values())
          .filter(known -> known.label().equals(kind))
          .findAny()
          .orElseThrow(() -> new GalleryException.Unsupported(unknown(), null));
    }

    private String unknown() {
      String known =
          String.join(", ", Arrays.stream(DetectorKind.values()).map(DetectorKind::label).toList());
      return "The face detector %s is of the kind %s, which this version cannot use; it can use: %s."
          .formatted(file, kind, known);
    }
  }

  /// How a detector's output is read.
  enum DetectorKind {
    /// UltraFace with its boxes decoded in the graph: corners as shares of the input.
    ULTRAFACE;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Finds the eyes, nose and mouth of a face.
  record Landmarker(String file, String sha256, NetInput input, PointOutput outputs)
      implements Model {

    /// The name of the points: x and y of each, as shares of the input; 5 or 68 points.
    record PointOutput(String points) {}
  }

  /// Makes a vector of an aligned face.
  ///
  /// @param id stored with each vector; vectors of different ids are never compared
  /// @param length how many figures a vector has
  record Embedder(
      String id,
      String file,
      String sha256,
      NetInput input,
      VectorOutput outputs,
      int length,
      Thresholds thresholds)
      implements Model {

    /// The name of the vector, which need not be normalised.
    record VectorOutput(String vector) {}
  }

  /// Reads the form described here; fields that it does not know are left to others.
  ///
  /// @throws tools.jackson.core.JacksonException with what is wrong and where
  static ModelManifest parse(byte[] json) {
    return JsonMapper.builder()
        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .build()
        .readValue(json, ModelManifest.class);
  }
}
