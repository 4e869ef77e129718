package app.likeness.model;

/// A face as a direction: a vector of unit length, with the model that made it.
///
/// Vectors of different models are never compared.
public final class Embedding {
  private final String model;
  private final float[] vector;
  private final float length;

  /// @param vector of unit length; not copied, so do not change it afterwards
  /// @param length what it measured before it was normalised, which tells a good face from a poor one
  public Embedding(String model, float[] vector, float length) {
    this.model = model;
    this.vector = vector;
    this.length = length;
  }

  public String model() {
    return model;
  }

  /// The vector itself, not a copy; do not change it.
  public float[] vector() {
    return vector;
  }

  public float length() {
    return length;
  }

  /// The cosine of the angle between two faces of one model, -1..1.
  public double cosine(Embedding other) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += vector[i] * other.vector[i];
    }
    return sum;
  }
}
