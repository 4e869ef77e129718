package app.likeness.faces.onnx;

import app.likeness.model.FaceId;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A few hundred vectors side by side, in the fixed point of [app.likeness.model.Embedding#toBytes].
final class Block {
  /// Small enough that the collector puts several of these arrays into one of its regions.
  static final int ROWS = 256;

  private static final float ONE = Short.MAX_VALUE;
  private static final double SQUARE = (double) ONE * ONE;

  private final Sketches sketches;
  private final int dimensions;
  private final @Nullable FaceId[] faces = new FaceId[ROWS];
  private final short[] vectors;
  private final long[] bits;

  /// A row, copied to be compared with all others.
  static final class Query {
    private final FaceId face;
    private final short[] vector;
    private final long[] bits;

    private Query(FaceId face, short[] vector, long[] bits) {
      this.face = face;
      this.vector = vector;
      this.bits = bits;
    }
  }

  Block(int dimensions, Sketches sketches) {
    this.dimensions = dimensions;
    this.sketches = sketches;
    this.vectors = new short[ROWS * dimensions];
    this.bits = new long[ROWS * sketches.words()];
  }

  void set(int row, FaceId face, float[] vector) {
    faces[row] = face;
    for (int i = 0; i < dimensions; i++) {
      vectors[row * dimensions + i] = (short) Math.round(Math.clamp(vector[i], -1f, 1f) * ONE);
    }
    sketches.write(vector, bits, row * sketches.words());
  }

  /// Takes over a row of another block, or of this one.
  ///
  /// @return whose it is
  FaceId copy(int row, Block from, int fromRow) {
    int words = sketches.words();
    FaceId face = from.face(fromRow);
    faces[row] = face;
    System.arraycopy(
        from.vectors, fromRow * dimensions, vectors, row * dimensions, dimensions);
    System.arraycopy(from.bits, fromRow * words, bits, row * words, words);
    return face;
  }

  void clear(int row) {
    faces[row] = null;
  }

  Query query(int row) {
    int words = sketches.words();
    return new Query(
        face(row),
        Arrays.copyOfRange(vectors, row * dimensions, (row + 1) * dimensions),
        Arrays.copyOfRange(bits, row * words, (row + 1) * words));
  }

  /// Offers the first `used` rows.
  ///
  /// @param sketched whether to pass over rows by their sketches
  void search(Query query, int used, Nearest nearest, boolean sketched) {
    int words = sketches.words();
    int reach = sketches.reach(nearest.atLeast());
    for (int row = 0; row < used; row++) {
      if (sketched && Sketches.distance(bits, row * words, query.bits) > reach) {
        continue;
      }
      double score = dot(row * dimensions, query.vector) / SQUARE;
      if (score >= nearest.atLeast() && !face(row).equals(query.face)) {
        nearest.offer(face(row), score);
        reach = sketches.reach(nearest.atLeast());
      }
    }
  }

  private FaceId face(int row) {
    return Objects.requireNonNull(faces[row]);
  }

  /// No sum overflows: those of unit vectors are at most 1, which is `SQUARE` here (Cauchy-Schwarz).
  private int dot(int from, short[] vector) {
    int sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += vectors[from + i] * vector[i];
    }
    return sum;
  }
}
