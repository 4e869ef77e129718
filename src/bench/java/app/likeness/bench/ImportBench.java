package app.likeness.bench;

import app.likeness.app.Backends;
import app.likeness.catalog.ImportState;
import app.likeness.cli.Where;
import app.likeness.faces.FaceIndex;
import app.likeness.faces.onnx.ModelFiles;
import app.likeness.faces.onnx.OnnxFaceIndex;
import app.likeness.gallery.Workspace;
import app.likeness.model.Box;
import app.likeness.pictures.ContentReader;
import app.likeness.pictures.Picture;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.Thumbnails;
import app.likeness.pictures.leptonica.LeptonicaDecoder;
import app.likeness.pictures.leptonica.LeptonicaThumbnails;
import app.likeness.pictures.metadata.ExifReader;
import app.likeness.storage.NewObject;
import app.likeness.storage.Uploader;
import app.likeness.storage.embedded.EmbeddedObjectStore;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Imports 12 MP photos end to end, and holds the CPU time of each against the sum of its parts.
///
/// Arguments: how many photos (120), and how many before it counts (24). Also prints the memory
/// that the process has resident, so that a long run shows whether it grows.
public final class ImportBench {
  private static final int PARTS = 24;
  private static final int SAMPLES = 6;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Path folder;
  private final List<byte[]> photos = new ArrayList<>();
  private int made;

  private ImportBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 120;
    int warmUp = args.length > 1 ? Integer.parseInt(args[1]) : 24;
    Path folder = Files.createTempDirectory("likeness-import");
    try {
      new ImportBench(folder).run(count, warmUp);
    } finally {
      remove(folder);
    }
  }

  private void run(int count, int warmUp) throws Exception {
    for (int n = 1; n <= SAMPLES; n++) {
      photos.add(LargePhotos.enlarged(n));
    }
    double whole = imports(count, warmUp);
    double parts = parts();
    System.out.printf("CPU a photo: %.1f ms, %.2f times the sum of its parts%n", whole, whole / parts);
  }

  private double imports(int count, int warmUp) throws Exception {
    Workspace workspace = new Backends().workspace(new Where.Folder(folder.resolve("gallery")));
    try (Workspace.Session session = workspace.open()) {
      bring(session, warmUp);
      Cost cost = new Cost(0, 0);
      int left = count;
      while (left > 0) {
        int batch = Math.min(left, 100);
        cost = cost.and(bring(session, batch));
        left -= batch;
        System.out.printf("%d photos, %d MB resident%n", count - left, residentMegabytes());
      }
      double seconds = cost.wall / 1e9;
      double milliseconds = cost.cpu / 1e6 / count;
      System.out.printf(
          "%d photos in %.1f s: %.1f photos/s on %d cores, %d faces%n",
          count, seconds, count / seconds, Runtime.getRuntime().availableProcessors(),
          session.gallery().totals().faces());
      return milliseconds;
    }
  }

  /// Nanoseconds on the wall and of the cores.
  private record Cost(long wall, long cpu) {
    Cost and(Cost other) {
      return new Cost(wall + other.wall, cpu + other.cpu);
    }
  }

  /// @return from the drop to the last photo that is ready; making the files is no part of it
  private Cost bring(Workspace.Session session, int count) throws Exception {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    for (int i = 0; i < count; i++) {
      unique(drop);
    }
    session.imports().clearDone();
    long wall = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    session.imports().add(List.of(drop));
    session.imports().await();
    Cost cost = new Cost(System.nanoTime() - wall, system.getProcessCpuTime() - cpu);
    int ready = session.imports().counts().of(ImportState.READY);
    if (ready != count) {
      throw new IllegalStateException(ready + " of " + count + " photos are ready");
    }
    remove(drop);
    return cost;
  }

  private Path unique(Path drop) throws IOException {
    byte[] jpeg = photos.get(made % SAMPLES);
    return LargePhotos.write(jpeg, made++, drop);
  }

  private double parts() throws Exception {
    PictureReader reader = new ContentReader(List.of(new LeptonicaDecoder()), new ExifReader());
    List<Path> files = new ArrayList<>();
    Path drop = Files.createDirectories(folder.resolve("parts"));
    for (int i = 0; i < PARTS; i++) {
      files.add(unique(drop));
    }
    try (var store = EmbeddedObjectStore.open(folder.resolve("store"));
        Uploader uploader = new Uploader();
        FaceIndex index = new OnnxFaceIndex(ModelFiles.find())) {
      for (Path file : files) {
        index.find(reader.read(Files.readAllBytes(file), 1600).picture()); // warm
        send(store, uploader, file, "photos-raw/warm/");
      }
      double hash = part("hash", files, file -> sha256(Files.readAllBytes(file)));
      double put = part("put", files, file -> send(store, uploader, file, "photos-raw/"));
      double decode = part("decode", files, file -> reader.read(Files.readAllBytes(file), 1600));
      List<Picture> pictures = new ArrayList<>();
      for (Path file : files.subList(0, SAMPLES)) {
        pictures.add(reader.read(Files.readAllBytes(file), 1600).picture());
      }
      double faces = part("detect, embed", files,
          file -> index.find(pictures.get(files.indexOf(file) % SAMPLES)));
      others(files, pictures, store);
      return hash + put + decode + faces;
    }
  }

  /// What an import does besides; not in the sum, but good to know.
  private void others(List<Path> files, List<Picture> pictures, EmbeddedObjectStore store)
      throws Exception {
    Thumbnails thumbnails = new LeptonicaThumbnails();
    part("(thumbnails)", files, file -> {
      Picture picture = pictures.get(files.indexOf(file) % SAMPLES);
      int bytes = 0;
      for (int side : new int[] {1280, 512, 256}) {
        picture = thumbnails.scale(picture, side);
        bytes += thumbnails.jpeg(picture).length;
      }
      return bytes;
    });
    Box box = new Box(.4, .3, .15, .25);
    part("(a face's)", files, file ->
        thumbnails.jpeg(
            thumbnails.crop(pictures.get(files.indexOf(file) % SAMPLES), box, 256)));
    byte[] small = new byte[20_000];
    part("(a write)", files, file -> {
      store.write("photos-thumbs/" + file.getFileName(), "image/jpeg", small);
      return small;
    });
  }

  private interface Work {
    Object on(Path file) throws Exception;
  }

  /// On all cores at once, as an import works: two threads of one core slow each other down.
  private double part(String name, List<Path> files, Work work) throws Exception {
    List<Callable<Object>> all = new ArrayList<>();
    files.forEach(file -> all.add(() -> work.on(file)));
    long cpu = system.getProcessCpuTime();
    try (var cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (Future<Object> each : cores.invokeAll(all)) {
        each.get();
      }
    }
    double milliseconds = (system.getProcessCpuTime() - cpu) / 1e6 / files.size();
    System.out.printf("%-14s %6.1f ms CPU a photo%n", name, milliseconds);
    return milliseconds;
  }

  private static boolean send(
      EmbeddedObjectStore store, Uploader uploader, Path file, String prefix) throws Exception {
    byte[] data = Files.readAllBytes(file);
    NewObject object =
        new NewObject(prefix + file.getFileName(), "image/jpeg", data.length, sha256(data));
    uploader.send(() -> Optional.of(store.put(object)), file, _ -> {});
    store.sync(object.key());
    return true;
  }

  private static String sha256(byte[] data) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
  }

  private static long residentMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }

  private static void remove(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
