package app.likeness.storage.embedded;

import app.likeness.model.GalleryException;
import app.likeness.storage.Backoff;
import app.likeness.storage.NewObject;
import app.likeness.storage.Samples;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.Uploader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Another process that has a store open, for tests that kill it or take its disk away.
final class StoreProcess implements AutoCloseable {
  static final String KEY = "photos-raw/2026/beach-0123456789abcdef0123.jpg";
  static final byte[] PHOTO = Samples.bytes(8 << 20, 1);

  private final Process process;
  private final BufferedReader said;

  /// @param shell what the process is started by, such as a shell that limits it
  StoreProcess(Path folder, String... shell) throws IOException {
    List<String> command = new ArrayList<>(List.of(shell));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StoreProcess.class.getName(), folder.toString()));
    process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    said = process.inputReader();
  }

  /// The next line that it says.
  String line() throws IOException {
    return String.valueOf(said.readLine());
  }

  /// Ends it as a power cut would, with no chance to tidy up.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    said.close();
  }

  /// Serves the folder; says the URL of a ticket, then what came of sending the photo, and waits.
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    try (EmbeddedObjectStore store = EmbeddedObjectStore.open(folder);
        Uploader uploader =
            new Uploader(new Backoff(2, Duration.ZERO, Duration.ZERO), Duration.ofMinutes(1))) {
      NewObject object = Samples.object(KEY, PHOTO);
      UploadTicket.Put put = store.put(object);
      System.out.println(put.url());
      System.out.println(put.headers().get("x-amz-checksum-sha256"));
      if (Files.exists(folder.resolveSibling("photo.jpg"))) {
        try {
          uploader.send(
              () -> Optional.of(store.put(object)), folder.resolveSibling("photo.jpg"), _ -> {});
          System.out.println("stored");
        } catch (GalleryException.Unavailable e) {
          System.out.println(e.getMessage());
        }
        try {
          store.write("photos-thumbs/x_256.jpg", "image/jpeg", PHOTO);
          System.out.println("written");
        } catch (GalleryException.Unavailable e) {
          System.out.println(e.getMessage());
        }
      }
      System.in.read();
    }
  }
}
