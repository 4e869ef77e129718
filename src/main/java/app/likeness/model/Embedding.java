package app.likeness.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/// A face as a direction: a vector of unit length, with the model that made it.
///
/// Vectors of different models are never compared. One that a service keeps to itself is empty.
public final class Embedding {
  /// What 1 is in the compact form: 16-bit fixed point, which keeps any cosine to within .001.
  private static final float ONE = Short.MAX_VALUE;

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

  /// A face whose vector stays with the service that made it; only its quality is known here.
  public static Embedding elsewhere(String model, float length) {
    return new Embedding(model, new float[0], length);
  }

  /// Reads the form that [#toBytes] writes.
  public static Embedding of(String model, byte[] bytes, float length) {
    ShortBuffer fixed = shorts(bytes);
    float[] vector = new float[fixed.remaining()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = fixed.get(i) / ONE;
    }
    return new Embedding(model, vector, length);
  }

  /// The vector in two bytes a component, little-endian fixed point; model and length are not in it.
  public byte[] toBytes() {
    byte[] bytes = new byte[vector.length * Short.BYTES];
    ShortBuffer fixed = shorts(bytes);
    for (float component : vector) {
      fixed.put((short) Math.round(Math.clamp(component, -1f, 1f) * ONE));
    }
    return bytes;
  }

  private static ShortBuffer shorts(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
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
