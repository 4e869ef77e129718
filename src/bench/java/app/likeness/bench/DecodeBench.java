package app.likeness.bench;

import app.likeness.pictures.ContentReader;
import app.likeness.pictures.Decoded;
import app.likeness.pictures.Picture;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.Thumbnails;
import app.likeness.pictures.leptonica.LeptonicaDecoder;
import app.likeness.pictures.leptonica.LeptonicaThumbnails;
import app.likeness.pictures.metadata.ExifReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Measures what a 12 MP photo costs from its bytes to its three thumbnails, on one thread.
///
/// The sample photos scaled up to 4032 x 3024, at about 3.5 MB; CPU time, the median of all rounds.
public final class DecodeBench {
  private static final int ROUNDS = 12;
  private static final int WARM_UP = 3;
  private static final int LONG_SIDE = 1600;

  private final PictureReader reader =
      new ContentReader(List.of(new LeptonicaDecoder()), new ExifReader());
  private final Thumbnails thumbnails = new LeptonicaThumbnails();
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final List<String> names = new ArrayList<>();
  private final List<List<Double>> times = new ArrayList<>();

  private DecodeBench() {}

  public static void main(String[] args) throws IOException {
    DecodeBench bench = new DecodeBench();
    List<byte[]> photos = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      photos.add(LargePhotos.enlarged(i));
      System.out.printf("sample%d %,d bytes%n", i, photos.getLast().length);
    }
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      if (round == WARM_UP) {
        bench.times.clear();
      }
      photos.forEach(bench::measure);
    }
    bench.report();
  }

  private void measure(byte[] photo) {
    int[] step = {0};
    long start = clock.getCurrentThreadCpuTime();
    Decoded decoded = timed(step, "decode to " + LONG_SIDE, () -> reader.read(photo, LONG_SIDE));
    Picture picture = decoded.picture();
    for (int side : new int[] {1280, 512, 256}) {
      Picture larger = picture;
      Picture smaller = timed(step, "scale to " + side, () -> thumbnails.scale(larger, side));
      timed(step, "encode " + side, () -> thumbnails.jpeg(smaller));
      picture = smaller;
    }
    note(step[0], "all", clock.getCurrentThreadCpuTime() - start);
  }

  private <T> T timed(int[] step, String name, Supplier<T> work) {
    long start = clock.getCurrentThreadCpuTime();
    T result = work.get();
    note(step[0]++, name, clock.getCurrentThreadCpuTime() - start);
    return result;
  }

  private void note(int step, String name, long nanos) {
    if (names.size() == step) {
      names.add(name);
    }
    if (times.size() == step) {
      times.add(new ArrayList<>());
    }
    times.get(step).add(nanos / 1e6);
  }

  private void report() {
    System.out.println("CPU ms: 10 % of all below, median, 90 % below");
    for (int i = 0; i < names.size(); i++) {
      double[] sorted = times.get(i).stream().mapToDouble(Double::doubleValue).sorted().toArray();
      System.out.printf(
          "%-16s %6.1f %6.1f %6.1f%n",
          names.get(i),
          sorted[sorted.length / 10],
          sorted[sorted.length / 2],
          sorted[sorted.length * 9 / 10]);
    }
  }
}
