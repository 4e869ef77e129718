package app.likeness.faces.onnx;

import java.util.Random;

/// Vectors of length 1 in random directions.
final class RandomVectors {
  private final Random random;

  RandomVectors(Random random) {
    this.random = random;
  }

  float[] unit(int size) {
    float[] vector = new float[size];
    for (int i = 0; i < size; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return normalised(vector);
  }

  /// A random vector at exactly this cosine.
  float[] near(float[] vector, double cosine) {
    float[] aside = unit(vector.length);
    double dot = 0;
    for (int i = 0; i < vector.length; i++) {
      dot += vector[i] * aside[i];
    }
    for (int i = 0; i < vector.length; i++) {
      aside[i] -= (float) (dot * vector[i]);
    }
    normalised(aside);
    double sine = Math.sqrt(1 - cosine * cosine);
    for (int i = 0; i < vector.length; i++) {
      aside[i] = (float) (cosine * vector[i] + sine * aside[i]);
    }
    return aside;
  }

  private static float[] normalised(float[] vector) {
    double squares = 0;
    for (float component : vector) {
      squares += component * component;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}
