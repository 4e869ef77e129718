package app.likeness.faces.onnx;

import static app.likeness.faces.onnx.SampleFaces.FACES;
import static app.likeness.faces.onnx.SampleFaces.cosine;
import static app.likeness.faces.onnx.SampleFaces.fromTheLeft;
import static app.likeness.faces.onnx.SampleFaces.middle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.likeness.faces.FoundFace;
import app.likeness.model.Embedding;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.PhotoId;
import app.likeness.pictures.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnnxFaceIndexTest {
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
  void findsEveryFaceOfTheSamplesAndNothingElse() {
    for (int n = 1; n <= FACES.size(); n++) {
      List<FoundFace> found = fromTheLeft(index.find(TestPhotos.sample(n)));
      assertThat(found).as("sample %d", n).hasSameSizeAs(FACES.get(n - 1));
      for (int i = 0; i < found.size(); i++) {
        assertThat(middle(found.get(i)).x()).isCloseTo(FACES.get(n - 1).get(i).x(), within(.03));
        assertThat(middle(found.get(i)).y()).isCloseTo(FACES.get(n - 1).get(i).y(), within(.03));
      }
    }
  }

  @Test
  void comesStrongestFirstAndWithinThePhoto() {
    List<FoundFace> found = index.find(TestPhotos.sample(5));

    assertThat(found).isSortedAccordingTo(Comparator.comparingDouble(FoundFace::score).reversed());
    assertThat(found)
        .allSatisfy(
            face -> {
              assertThat(face.score()).isBetween(.6, 1.0);
              assertThat(face.box()).isEqualTo(Boxes.clip(face.box()));
              assertThat(face.box().height()).isBetween(.12, .25);
            });
  }

  @Test
  void findsTheSmallFacesOfALargePhoto() {
    Picture photo = TestPhotos.sample(5);
    Picture corner = TestPhotos.shrunk(photo, .35);

    List<FoundFace> found = index.find(inACorner(corner, photo.width(), photo.height()));

    assertThat(found).hasSameSizeAs(FACES.get(4));
    assertThat(found).allSatisfy(face -> assertThat(face.box().height()).isBetween(.04, .09));
  }

  @Test
  void findsNobodyOnADrawnPicture() {
    int[] pixels = new int[640 * 480];
    for (int i = 0; i < pixels.length; i++) {
      int y = i / 640;
      pixels[i] = 0xff000000 | (y < 240 ? 0x6090d0 + y : 0x408030 + 0x100 * (y / 8));
    }

    assertThat(index.find(new Picture(640, 480, pixels))).isEmpty();
  }

  @Test
  void picturesOfAnyShapeAreLookedAt() {
    for (int[] size : new int[][] {{1, 1}, {2, 1}, {10, 5000}, {5000, 10}, {320, 240}, {3000, 2}}) {
      int[] pixels = new int[size[0] * size[1]];
      Arrays.fill(pixels, 0xff808080);
      assertThat(index.find(new Picture(size[0], size[1], pixels))).isEmpty();
    }
  }

  @Test
  void manyThreadsFindTheSame() throws Exception {
    Picture photo = TestPhotos.shrunk(TestPhotos.sample(4), .5);
    List<FoundFace> alone = index.find(photo);
    List<Future<List<FoundFace>>> together = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 12; i++) {
        together.add(threads.submit(() -> index.find(photo)));
      }
    }
    for (Future<List<FoundFace>> found : together) {
      assertThat(found.get()).hasSameSizeAs(alone);
      for (int i = 0; i < alone.size(); i++) {
        assertThat(found.get().get(i).box()).isEqualTo(alone.get(i).box());
        assertThat(found.get().get(i).embedding().vector())
            .isEqualTo(alone.get(i).embedding().vector());
      }
    }
  }

  @Test
  void facesThatWereAddedAreFoundAsNeighboursUntilTheyAreRemoved() {
    List<FoundFace> found = index.find(TestPhotos.sample(6));
    List<FoundFace> copies = index.find(TestPhotos.shrunk(TestPhotos.sample(6), .5));
    FaceId first = new FaceId(new PhotoId("a"), 1);
    FaceId copy = new FaceId(new PhotoId("b"), 1);
    index.add(first, found.getFirst().embedding());
    index.add(copy, copies.getFirst().embedding());

    assertThat(index.neighbours(first, 5, .5))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.face()).isEqualTo(copy);
              assertThat(match.score())
                  .isCloseTo(cosine(found.getFirst(), copies.getFirst()), within(1e-4));
            });
    index.remove(List.of(copy));
    assertThat(index.neighbours(first, 5, .5)).isEmpty();
    assertThatThrownBy(() -> index.neighbours(copy, 5, .5))
        .isInstanceOf(GalleryException.NotFound.class);
    index.remove(List.of(first));
  }

  @Test
  void refusesVectorsOfAnotherModel() {
    Embedding other = new Embedding("another", new float[512], 3);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> index.add(new FaceId(new PhotoId("a"), 1), other));
  }

  @Test
  void findsNothingMoreOnceClosed() {
    OnnxFaceIndex closed = new OnnxFaceIndex(ModelFiles.own());
    closed.load();
    closed.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> closed.find(new Picture(1, 1, new int[] {0})));
  }

  private static Picture inACorner(Picture small, int width, int height) {
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, 0xff405060);
    for (int y = 0; y < small.height(); y++) {
      System.arraycopy(
          small.pixels(), y * small.width(), pixels, (y + 40) * width + 60, small.width());
    }
    return new Picture(width, height, pixels);
  }
}
