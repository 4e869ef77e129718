package app.likeness.faces.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.Embedding;
import app.likeness.model.GalleryException;
import app.likeness.model.Thresholds;
import app.likeness.pictures.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
  private static final Picture NOTHING = new Picture(1, 1, new int[] {0xff000000});

  @TempDir private Path folder;

  @BeforeEach
  void copyTheApplicationsModels() throws IOException {
    for (String name :
        List.of(
            "models.json", "fr_detect.onnx", "fr_landmark.onnx", "fr_feature.onnx", "fa_age.onnx",
            "fa_expression.onnx")) {
      try (InputStream in = ModelFiles.class.getResourceAsStream("/models/" + name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
  }

  @Test
  void theManifestSaysWhatThresholdsTheModelHas() {
    ModelManifest.Embedder embedder = ModelFiles.own().manifest().embedder();

    assertThat(embedder.id()).isEqualTo("faceplugin-mobilefacenet-512");
    assertThat(embedder.thresholds()).isEqualTo(new Thresholds(.50, .32, .47, 2.0, 32));
  }

  @Test
  void modelsOfAFolderWorkAsTheApplicationsOwn() {
    try (OnnxFaceIndex index = new OnnxFaceIndex(ModelFiles.in(folder))) {
      assertThat(index.find(TestPhotos.sample(6))).hasSize(4);
    }
  }

  @Test
  void modelsThatTellWhatFacesLookLikeMayBeLeftOut() throws IOException {
    replace("\"ages\"", "\"nothing\"");
    Files.delete(folder.resolve("fa_age.onnx"));
    try (OnnxFaceIndex index = new OnnxFaceIndex(ModelFiles.in(folder))) {
      assertThat(index.find(TestPhotos.sample(6)))
          .hasSize(4)
          .allMatch(face -> face.attributes() == null);
    }
  }

  @Test
  void aMissingModelIsOneSentence() throws IOException {
    Files.delete(folder.resolve("fr_feature.onnx"));

    assertUnavailable("The face model fr_feature.onnx is missing from " + folder + "; put the right"
        + " file there, or start without -Dlikeness.models.dir.");
  }

  @Test
  void anAlteredModelIsOneSentence() throws IOException {
    Path file = folder.resolve("fr_landmark.onnx");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertUnavailable("The face model fr_landmark.onnx in " + folder + " is not the one that"
        + " models.json describes (its SHA-256 differs); put the right file there, or start without"
        + " -Dlikeness.models.dir.");
  }

  @Test
  void aModelThatComesBackIsTakenWithoutARestart() throws IOException {
    Path file = folder.resolve("fr_detect.onnx");
    Path away = folder.resolve("away");
    Files.move(file, away);
    try (OnnxFaceIndex index = new OnnxFaceIndex(ModelFiles.in(folder))) {
      assertThatThrownBy(() -> index.find(NOTHING)).hasMessageContaining("is missing");
      Files.move(away, file);
      assertThat(index.find(NOTHING)).isEmpty();
    }
  }

  @Test
  void aFileThatIsNoNetworkIsOneSentence() throws Exception {
    Path file = folder.resolve("fr_detect.onnx");
    String right = sha256(file);
    Files.writeString(file, "no network");
    replace(right, sha256(file));

    assertUnavailable(
        "The face model fr_detect.onnx cannot be used; install or build Likeness again.");
  }

  @Test
  void aFolderWithoutAManifestIsOneSentence() throws IOException {
    Files.delete(folder.resolve("models.json"));

    assertThatThrownBy(() -> ModelFiles.in(folder))
        .isInstanceOf(GalleryException.Unavailable.class)
        .hasMessageContaining("models.json is missing from " + folder);
  }

  @Test
  void aManifestThatLacksSomethingSaysWhat() throws IOException {
    replace("\"embedder\"", "\"embeder\"");

    assertThatThrownBy(() -> ModelFiles.in(folder))
        .isInstanceOf(GalleryException.Unsupported.class)
        .hasMessageContaining("models.json")
        .hasMessageContaining("embedder");
  }

  @Test
  void aDetectorOfAnUnknownKindIsNamedWithThoseThatAreKnown() throws IOException {
    replace("\"ultraface\"", "\"yunet\"");

    assertThatThrownBy(() -> new OnnxFaceIndex(ModelFiles.in(folder)).load())
        .isInstanceOf(GalleryException.Unsupported.class)
        .hasMessage(
            "The face detector fr_detect.onnx is of the kind yunet, which this version cannot use;"
                + " it can use: ultraface.");
  }

  /// A network of another size, order and scale, whose vector is the mean red, green and blue.
  @Test
  void anotherEmbeddingNetworkIsPluggedInByItsDescriptionAlone() throws Exception {
    Files.write(folder.resolve("means.onnx"), TinyNetwork.meanOfEachChannel());
    String manifest = Files.readString(folder.resolve("models.json"));
    int start = manifest.indexOf("\"embedder\"");
    String described =
        """
        "embedder": {
          "id": "means", "file": "means.onnx", "sha256": "%s",
          "input": {"name": "in", "width": 64, "height": 96, "channels": "RGB",
                    "mean": [0, 0, 0], "scale": [1, 2, 4], "padding": 0},
          "outputs": {"vector": "out"},
          "length": 3,
          "thresholds": {"assign": 0.9, "suggest": 0.8, "regroup": 0.9, "quality": 1, "minPixels": 9}
        }}
        """
            .formatted(sha256(folder.resolve("means.onnx")));
    Files.writeString(folder.resolve("models.json"), manifest.substring(0, start) + described);

    try (OnnxFaceIndex index = new OnnxFaceIndex(ModelFiles.in(folder))) {
      assertThat(index.model()).isEqualTo("means");
      assertThat(index.thresholds().minPixels()).isEqualTo(9);
      assertMeans(index.find(TestPhotos.sample(6)).getFirst().embedding());
    }
  }

  private static void assertMeans(Embedding skin) {
    assertThat(skin.model()).isEqualTo("means");
    assertThat(skin.vector()).hasSize(3);
    // Skin is red first, then green, then blue, and the scales add to that.
    assertThat(skin.vector()[0]).isBetween(.8f, 1f);
    assertThat(skin.vector()[1]).isBetween(.2f, .5f);
    assertThat(skin.vector()[2]).isBetween(.05f, .3f);
    assertThat(skin.length()).isBetween(80f, 256f);
  }

  private void assertUnavailable(String sentence) {
    try (OnnxFaceIndex index = new OnnxFaceIndex(ModelFiles.in(folder))) {
      assertThatThrownBy(() -> index.find(NOTHING))
          .isInstanceOf(GalleryException.Unavailable.class)
          .hasMessage(sentence);
    }
  }

  private void replace(String what, String by) throws IOException {
    Path manifest = folder.resolve("models.json");
    Files.writeString(manifest, Files.readString(manifest).replace(what, by));
  }

  private static String sha256(Path file) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(hash);
  }
}
