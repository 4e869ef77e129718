package app.likeness.faces.onnx;

import app.likeness.faces.FoundFace;
import app.likeness.model.Box;
import app.likeness.pictures.Picture;
import java.util.List;

/// The three networks in a row: where faces are, where their eyes are, what they look like.
record FaceFinder(Detector detector, Landmarks landmarks, Embedder embedder)
    implements AutoCloseable {

  /// Reads, checks and loads the networks, which takes about a tenth of a second.
  static FaceFinder load(ModelFiles files) {
    ModelManifest models = files.manifest();
    Detector detector =
        switch (models.detector().known()) {
          case ULTRAFACE -> new Detector(new Net(files, models.detector()), models.detector());
        };
    return new FaceFinder(
        detector,
        new Landmarks(new Net(files, models.landmarker()), models.landmarker()),
        new Embedder(new Net(files, models.embedder()), models.embedder()));
  }

  List<FoundFace> find(Picture photo) {
    return detector.detect(photo).stream()
        .filter(found -> Boxes.clip(found.box()).area() > 0)
        .map(found -> describe(photo, found))
        .toList();
  }

  private FoundFace describe(Picture photo, Detection found) {
    Box box = Boxes.clip(found.box());
    List<Point> five = landmarks.of(photo, found.box());
    return new FoundFace(box, found.score(), embedder.of(photo, five));
  }

  @Override
  public void close() {
    detector.close();
    landmarks.close();
    embedder.close();
  }
}
