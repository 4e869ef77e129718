package app.likeness.faces.onnx;

import app.likeness.model.Embedding;
import app.likeness.model.GalleryException;
import app.likeness.pictures.Picture;
import java.util.List;

/// Makes the vector that tells one person's faces from another's.
final class Embedder implements AutoCloseable {
  private final Net net;
  private final ModelManifest.Embedder model;
  private final Alignment alignment;

  Embedder(Net net, ModelManifest.Embedder model) {
    this.net = net;
    this.model = model;
    this.alignment = new Alignment(net.input().width(), net.input().height());
  }

  /// @param five eyes, nose and corners of the mouth
  Embedding of(Picture photo, List<Point> five) {
    float[] vector = net.run(alignment.align(photo, five), 0, 0, model.outputs().vector())[0];
    if (vector.length != model.length()) {
      throw new GalleryException.Unsupported(
          "The face model %s makes vectors of %d figures, not of %d as its description says."
              .formatted(model.file(), vector.length, model.length()),
          null);
    }
    double squares = 0;
    for (float component : vector) {
      squares += component * component;
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= Math.max(length, Float.MIN_NORMAL);
    }
    return new Embedding(model.id(), vector, length);
  }

  @Override
  public void close() {
    net.close();
  }
}
