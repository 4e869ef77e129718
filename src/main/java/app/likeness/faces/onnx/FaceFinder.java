package app.likeness.faces.onnx;

import app.likeness.faces.FoundFace;
import app.likeness.model.Box;
import app.likeness.model.GalleryException;
import app.likeness.pictures.Picture;
import java.util.ArrayList;
import java.util.List;

/// The three networks in a row: where faces are, where their eyes are, what they look like.
record FaceFinder(Detector detector, Landmarks landmarks, Embedder embedder)
    implements AutoCloseable {

  /// Reads, checks and loads the networks, which takes about a fifth of a second.
  ///
  /// @throws GalleryException when one of them cannot be used
  static FaceFinder load(ModelFiles files) {
    ModelManifest models = files.manifest();
    List<Net> nets = new ArrayList<>();
    try {
      for (ModelManifest.Model model :
          List.of(models.detector(), models.landmarker(), models.embedder())) {
        nets.add(new Net(files, model));
      }
      Detector detector =
          switch (models.detector().known()) {
            case ULTRAFACE -> new Detector(nets.get(0), models.detector());
          };
      return new FaceFinder(
          detector,
          new Landmarks(nets.get(1), models.landmarker()),
          new Embedder(nets.get(2), models.embedder()));
    } catch (GalleryException e) {
      nets.forEach(Net::close);
      throw e;
    }
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
    return new FoundFace(box, found.score(), embedder.of(photo, five), null);
  }

  @Override
  public void close() {
    detector.close();
    landmarks.close();
    embedder.close();
  }
}
