package app.likeness.faces.onnx;

import static app.likeness.faces.onnx.SampleFaces.fromTheLeft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.likeness.faces.FoundFace;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceAttributes.Emotion;
import app.likeness.model.FaceAttributes.Trait;
import app.likeness.pictures.Picture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the networks say of the samples' faces, against what anybody sees there.
class LooksTest {
  private static final List<List<FaceAttributes>> SAMPLES = new ArrayList<>();
  private static OnnxFaceIndex index;

  @BeforeAll
  static void look() {
    index = new OnnxFaceIndex(ModelFiles.own());
    for (int n = 1; n <= 6; n++) {
      SAMPLES.add(looks(TestPhotos.sample(n)));
    }
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static List<FaceAttributes> looks(Picture photo) {
    return fromTheLeft(index.find(photo)).stream().map(FoundFace::attributes).toList();
  }

  private static FaceAttributes face(int sample, int fromTheLeft) {
    return SAMPLES.get(sample - 1).get(fromTheLeft - 1);
  }

  @Test
  void whoClearlySmilesDoes() {
    assertThat(List.of(face(1, 3), face(3, 2), face(3, 3), face(4, 4), face(6, 2)))
        .allMatch(FaceAttributes::smiles)
        .allMatch(face -> face.emotions().get(Emotion.HAPPY) > .9)
        .allMatch(face -> face.traits().get(Trait.SMILE).confidence() > .9);
  }

  @Test
  void whoClearlyDoesNotSmileDoesNot() {
    assertThat(List.of(face(2, 1), face(2, 2), face(2, 3), face(6, 3)))
        .noneMatch(FaceAttributes::smiles)
        .allMatch(face -> face.traits().get(Trait.SMILE).confidence() > .9);
  }

  @Test
  void allAreYoungAdultsOnTheSamples() {
    assertThat(SAMPLES.stream().flatMap(List::stream))
        .hasSize(22)
        .allSatisfy(
            face -> {
              assertThat(face.ageLow()).isBetween(14, 40);
              assertThat(face.ageHigh() - face.ageLow()).isBetween(6, 10);
            });
  }

  @Test
  void theSharesOfExpressionsAreWhole() {
    assertThat(SAMPLES.stream().flatMap(List::stream))
        .allSatisfy(
            face -> {
              assertThat(face.emotions()).hasSize(7);
              assertThat(face.emotions().values().stream().mapToDouble(each -> each).sum())
                  .isCloseTo(1, within(1e-4));
            });
  }

  @Test
  void aMirroredFaceLooksTheSame() {
    FaceAttributes mirrored = looks(TestPhotos.mirrored(TestPhotos.sample(3))).getFirst();

    assertThat(mirrored.smiles()).isTrue();
    assertThat(mirrored.ageLow()).isCloseTo(face(3, 3).ageLow(), within(8));
  }

  @Test
  void whatIsSaidCanBeWrittenAndRead() {
    FaceAttributes said = face(5, 1);
    FaceAttributes read = FaceAttributes.parse(said.toText());

    assertThat(read.toText()).isEqualTo(said.toText());
    assertThat(read.ageGroup()).isEqualTo(said.ageGroup());
    assertThat(read.traits()).hasSameSizeAs(said.traits());
    assertThat(read.emotions().get(Emotion.HAPPY))
        .isCloseTo(said.emotions().get(Emotion.HAPPY), within(1e-4));
  }
}
