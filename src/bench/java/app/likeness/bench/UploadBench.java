package app.likeness.bench;

import app.likeness.storage.NewObject;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.Uploader;
import app.likeness.storage.embedded.EmbeddedObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How fast files go through the embedded store by ticket, each durable before the next: MB/s.
///
/// Arguments: files (200), MiB each (4), at once (4), rounds (3); the first round warms up.
public final class UploadBench {
  private static final double MB = 1e6;

  private UploadBench() {}

  public static void main(String[] args) throws Exception {
    int[] given = Stream.of(args).mapToInt(Integer::parseInt).toArray();
    int files = given.length > 0 ? given[0] : 200;
    int bytes = (given.length > 1 ? given[1] : 4) << 20;
    int atOnce = given.length > 2 ? given[2] : 4;
    int rounds = given.length > 3 ? given[3] : 3;
    Path folder = Files.createTempDirectory("upload-bench");
    try {
      List<Path> photos = photos(folder, files, bytes);
      List<Double> speeds = new ArrayList<>();
      for (int round = 0; round <= rounds; round++) {
        long start = System.nanoTime();
        send(folder.resolve("round" + round), photos, atOnce);
        double speed = files * (double) bytes / MB / ((System.nanoTime() - start) / 1e9);
        System.out.printf("round %d: %.0f MB/s%s%n", round, speed, round == 0 ? " (warm-up)" : "");
        if (round > 0) {
          speeds.add(speed);
        }
      }
      speeds.sort(Comparator.naturalOrder());
      System.out.printf(
          "median %.0f MB/s of %.0f..%.0f (%d files of %d bytes, %d at once)%n",
          speeds.get(rounds / 2), speeds.getFirst(), speeds.getLast(), files, bytes, atOnce);
    } finally {
      delete(folder);
    }
  }

  private static List<Path> photos(Path folder, int files, int bytes) throws IOException {
    byte[] content = new byte[bytes];
    Random random = new Random(1);
    List<Path> photos = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      random.nextBytes(content);
      photos.add(Files.write(folder.resolve("photo" + i + ".jpg"), content));
    }
    return photos;
  }

  private static void send(Path folder, List<Path> photos, int atOnce) throws Exception {
    Semaphore places = new Semaphore(atOnce);
    try (ObjectStore store = EmbeddedObjectStore.open(folder);
        Uploader uploader = new Uploader();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> sent = new ArrayList<>();
      for (int i : IntStream.range(0, photos.size()).toArray()) {
        sent.add(
            threads.submit(
                () -> {
                  places.acquire();
                  try {
                    send(store, uploader, photos.get(i), "photos-raw/2026/photo-" + i + ".jpg");
                  } finally {
                    places.release();
                  }
                  return null;
                }));
      }
      for (Future<?> each : sent) {
        each.get();
      }
    }
  }

  private static void send(ObjectStore store, Uploader uploader, Path photo, String key)
      throws Exception {
    byte[] content = Files.readAllBytes(photo);
    String hash =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    NewObject object = new NewObject(key, "image/jpeg", content.length, hash);
    uploader.send(() -> Optional.of(store.put(object)), photo, _ -> {});
    store.sync(key);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
