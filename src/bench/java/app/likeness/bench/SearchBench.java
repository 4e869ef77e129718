package app.likeness.bench;

import app.likeness.faces.FaceIndex;
import app.likeness.faces.onnx.ModelFiles;
import app.likeness.faces.onnx.OnnxFaceIndex;
import app.likeness.model.Embedding;
import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PhotoId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Measures a search for the faces most like one, on one thread, and what it misses.
///
/// Arguments: how many faces (100,000). Their vectors are drawn: people of 20 faces each, as alike
/// as those of real photos are (the middle half of a person's pairs have cosines of .6 to .8).
public final class SearchBench {
  private static final int SIZE = 512;
  private static final int GROUP = 20;
  private static final int SEARCHES = 400;
  private static final int CHECKED = 40;

  /// As many as are looked at when a new face is assigned.
  private static final int NEAREST = 64;

  private final Random random = new Random(1);
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final List<Embedding> faces = new ArrayList<>();
  private final FaceIndex index;

  private SearchBench(FaceIndex index) {
    this.index = index;
  }

  public static void main(String[] args) {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    try (FaceIndex index = new OnnxFaceIndex(ModelFiles.find())) {
      SearchBench bench = new SearchBench(index);
      bench.fill(count);
      for (double atLeast : new double[] {index.thresholds().suggest(), index.thresholds().regroup()}) {
        bench.search(NEAREST, atLeast);
        bench.search(NEAREST, atLeast);
      }
      bench.check(index.thresholds().suggest());
    }
  }

  private void fill(int count) {
    float[] person = direction();
    for (int i = 0; i < count; i++) {
      if (i % GROUP == 0) {
        person = direction();
      }
      faces.add(new Embedding(index.model(), near(person, .72 + .22 * random.nextDouble()), 3));
    }
    long before = used();
    long start = clock.getCurrentThreadCpuTime();
    for (int i = 0; i < count; i++) {
      index.add(face(i), faces.get(i));
    }
    double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        "%,d faces added in %.1f s, %.0f MB%n", count, seconds, (used() - before) / 1e6);
  }

  private void search(int k, double atLeast) {
    double[] ms = new double[SEARCHES];
    for (int i = 0; i < SEARCHES; i++) {
      FaceId asked = face(random.nextInt(faces.size()));
      long start = clock.getCurrentThreadCpuTime();
      index.neighbours(asked, k, atLeast);
      ms[i] = (clock.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(ms);
    System.out.printf(
        "the %d nearest at %.2f and more: median %.2f ms, p95 %.2f ms, worst %.2f ms of CPU%n",
        k, atLeast, ms[SEARCHES / 2], ms[SEARCHES * 95 / 100], ms[SEARCHES - 1]);
  }

  /// Compares with looking at every face.
  private void check(double atLeast) {
    long there = 0;
    long found = 0;
    for (int i = 0; i < CHECKED; i++) {
      int asked = random.nextInt(faces.size());
      for (int j = 0; j < faces.size(); j++) {
        there += j != asked && faces.get(asked).cosine(faces.get(j)) >= atLeast ? 1 : 0;
      }
      found += index.neighbours(face(asked), faces.size(), atLeast).stream().map(Match::face).count();
    }
    System.out.printf("found %,d of the %,d faces at %.2f and more%n", found, there, atLeast);
  }

  private static FaceId face(int n) {
    return new FaceId(new PhotoId("%020x".formatted(n)), 1);
  }

  private float[] direction() {
    float[] vector = new float[SIZE];
    double squares = 0;
    for (int i = 0; i < SIZE; i++) {
      vector[i] = (float) random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < SIZE; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  /// A direction at about this cosine; in so many dimensions two random ones are all but orthogonal.
  private float[] near(float[] person, double cosine) {
    float[] vector = direction();
    double sine = Math.sqrt(1 - cosine * cosine);
    double squares = 0;
    for (int i = 0; i < SIZE; i++) {
      vector[i] = (float) (cosine * person[i] + sine * vector[i]);
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < SIZE; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
