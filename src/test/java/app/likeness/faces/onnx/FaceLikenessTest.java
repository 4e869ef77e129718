package app.likeness.faces.onnx;

import static app.likeness.faces.onnx.SampleFaces.FACES;
import static app.likeness.faces.onnx.SampleFaces.cosine;
import static app.likeness.faces.onnx.SampleFaces.fromTheLeft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.likeness.faces.FoundFace;
import app.likeness.model.Embedding;
import app.likeness.pictures.Picture;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whom the vectors of faces tell apart, and whom they know again.
class FaceLikenessTest {
  private static OnnxFaceIndex index;

  @BeforeAll
  static void open() {
    index = new OnnxFaceIndex(ModelFiles.own());
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void knowsAFaceOnASmallerCopy() {
    forEachSample(photo -> assertAlike(photo, TestPhotos.shrunk(photo, .3), .8));
  }

  @Test
  void knowsAFaceOnAReencodedCopy() {
    forEachSample(
        photo -> {
          try {
            assertAlike(photo, TestPhotos.reencoded(photo), .95);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void knowsAFaceOnAMirroredCopy() {
    Picture photo = TestPhotos.sample(6);
    List<FoundFace> faces = fromTheLeft(index.find(photo));
    List<FoundFace> mirrored = fromTheLeft(index.find(TestPhotos.mirrored(photo))).reversed();

    assertThat(mirrored).hasSameSizeAs(faces);
    for (int i = 0; i < faces.size(); i++) {
      assertThat(cosine(faces.get(i), mirrored.get(i))).isGreaterThan(.8);
    }
  }

  @Test
  void tellsThePeopleOfOnePhotoApart() {
    for (int n = 1; n <= FACES.size(); n++) {
      List<FoundFace> found = index.find(TestPhotos.sample(n));
      for (FoundFace one : found) {
        for (FoundFace other : found) {
          if (!one.equals(other)) {
            assertThat(cosine(one, other)).isLessThan(index.thresholds().assign());
          }
        }
      }
    }
  }

  @Test
  void knowsAPersonOnAnotherPhoto() {
    FoundFace dressedUp = fromTheLeft(index.find(TestPhotos.sample(1))).get(2);
    List<FoundFace> others = fromTheLeft(index.find(TestPhotos.sample(3)));

    assertThat(cosine(dressedUp, others.get(1))).isGreaterThan(index.thresholds().assign());
    assertThat(cosine(dressedUp, others.get(0))).isLessThan(index.thresholds().suggest());
  }

  @Test
  void theLengthOfAVectorTellsGoodFacesFromPoorOnes() {
    List<FoundFace> found = fromTheLeft(index.find(TestPhotos.sample(2)));
    float profile = found.get(0).embedding().length();
    float front = found.get(2).embedding().length();

    assertThat(front).isGreaterThan(3);
    assertThat(profile).isLessThan((float) index.thresholds().quality());
    assertThat(found).allSatisfy(face -> assertThat(norm(face.embedding())).isCloseTo(1, within(1e-5)));
  }

  private static void forEachSample(Consumer<Picture> test) {
    for (int n = 1; n <= FACES.size(); n++) {
      test.accept(TestPhotos.sample(n));
    }
  }

  private static void assertAlike(Picture photo, Picture copy, double least) {
    List<FoundFace> faces = fromTheLeft(index.find(photo));
    List<FoundFace> copies = fromTheLeft(index.find(copy));
    assertThat(copies).hasSameSizeAs(faces);
    for (int i = 0; i < faces.size(); i++) {
      assertThat(cosine(faces.get(i), copies.get(i))).isGreaterThan(least);
    }
  }

  private static double norm(Embedding face) {
    return Math.sqrt(face.cosine(face));
  }
}
