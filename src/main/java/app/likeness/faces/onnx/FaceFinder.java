package app.likeness.faces.onnx;

import app.likeness.faces.FoundFace;
import app.likeness.model.Box;
import app.likeness.model.FaceAttributes;
import app.likeness.model.GalleryException;
import app.likeness.pictures.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The networks in a row: where faces are, where their eyes are, whose they are, how they look.
record FaceFinder(
    Detector detector, Landmarks landmarks, Embedder embedder, Optional<Looks> looks)
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
          new Embedder(nets.get(2), models.embedder()),
          Looks.load(files));
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
    Landmarks.Marks marks = landmarks.of(photo, found.box());
    FaceAttributes attributes =
        looks
            .filter(_ -> marks.extent().area() > 0)
            .map(look -> look.of(photo, marks.extent()))
            .orElse(null);
    return new FoundFace(box, found.score(), embedder.of(photo, marks.five()), attributes);
  }

  @Override
  public void close() {
    detector.close();
    landmarks.close();
    embedder.close();
    looks.ifPresent(Looks::close);
  }
}
