package app.likeness.faces.onnx;

import app.likeness.model.Box;
import app.likeness.pictures.Picture;
import app.likeness.pictures.Scaling;
import java.util.ArrayList;
import java.util.List;

/// Finds the boxes of faces with UltraFace: on the whole photo, and on enlarged parts for small faces.
///
/// Source: Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB (RFB-320).
final class Detector implements AutoCloseable {
  /// How much of a photo's width and height an enlarged part covers; two of them overlap by a third.
  private static final double PART = .6;

  /// A box that ends this share of its side from where a part was cut may be of half a face.
  private static final double MARGIN = .1;

  private static final Box ALL = new Box(0, 0, 1, 1);

  private final Net net;
  private final ModelManifest.Detector.AnchorOutputs outputs;
  private final ModelManifest.Detector.Limits limits;

  Detector(Net net, ModelManifest.Detector model) {
    this.net = net;
    this.outputs = model.outputs();
    this.limits = model.thresholds();
  }

  /// All faces, strongest first.
  List<Detection> detect(Picture photo) {
    // The photo is read once, to the size at which a part fills the network's input pixel by pixel.
    Picture enlarged = fit(photo, PART);
    List<Detection> found = new ArrayList<>(look(fit(enlarged, 1), 0, 0, limits.photo()));
    for (int top : offsets(enlarged.height(), net.input().height())) {
      for (int left : offsets(enlarged.width(), net.input().width())) {
        Box part = part(enlarged, left, top);
        look(enlarged, left, top, limits.tile()).stream()
            .filter(face -> !cut(face.box(), part))
            .forEach(found::add);
      }
    }
    return Detection.strongest(found, limits.overlap(), limits.inside());
  }

  private Box part(Picture enlarged, int left, int top) {
    double width = enlarged.width();
    double height = enlarged.height();
    return new Box(
        left / width, top / height, net.input().width() / width, net.input().height() / height);
  }

  /// Whether a face may go on beyond the part; then another part or the whole photo shows all of it.
  private static boolean cut(Box face, Box part) {
    double x = MARGIN * face.width();
    double y = MARGIN * face.height();
    return (part.left() > 0 && face.left() < part.left() + x)
        || (part.top() > 0 && face.top() < part.top() + y)
        || (part.right() < 1 && face.right() > part.right() - x)
        || (part.bottom() < 1 && face.bottom() > part.bottom() - y);
  }

  /// The photo at the size at which this share of its sides fits into the network's input.
  private Picture fit(Picture photo, double share) {
    double scale =
        Math.min(
            net.input().width() / (share * photo.width()),
            net.input().height() / (share * photo.height()));
    int width = Math.max(1, (int) Math.round(photo.width() * scale));
    int height = Math.max(1, (int) Math.round(photo.height() * scale));
    return Scaling.scale(photo, ALL, width, height);
  }

  private static int[] offsets(int side, int input) {
    return side <= input ? new int[] {0} : new int[] {0, side - input};
  }

  /// The faces in what the network sees of a picture, as boxes on that whole picture.
  private List<Detection> look(Picture picture, int left, int top, double least) {
    float[][] said = net.run(picture, left, top, outputs.scores(), outputs.boxes());
    float[] scores = said[0];
    float[] corners = said[1];
    double width = (double) net.input().width() / picture.width();
    double height = (double) net.input().height() / picture.height();
    double x = (double) left / picture.width();
    double y = (double) top / picture.height();
    List<Detection> found = new ArrayList<>();
    for (int i = 0; i < scores.length / 2; i++) {
      double score = scores[2 * i + 1];
      if (score >= least) {
        double w = (corners[4 * i + 2] - corners[4 * i]) * width;
        double h = (corners[4 * i + 3] - corners[4 * i + 1]) * height;
        Box box = new Box(x + corners[4 * i] * width, y + corners[4 * i + 1] * height, w, h);
        found.add(new Detection(box, score));
      }
    }
    return found;
  }

  @Override
  public void close() {
    net.close();
  }
}
