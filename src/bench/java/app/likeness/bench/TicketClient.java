package app.likeness.bench;

import app.likeness.storage.NewObject;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.Uploader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/// Sends by tickets, hashing each file before, and fetches by view URLs.
record TicketClient(ObjectStore store, int atOnce) implements TransferBench.Client {
  private static final int CHUNK = 128 * 1024;

  @Override
  public String name() {
    return "likeness";
  }

  @Override
  public void upload(Path folder, String prefix) throws Exception {
    try (Uploader uploader = new Uploader();
        Stream<Path> files = Files.list(folder)) {
      each(
          files.map(Path::getFileName).map(Path::toString).toList(),
          name -> {
            Path file = folder.resolve(name);
            NewObject object =
                new NewObject(
                    prefix + "/" + name, "image/jpeg", Files.size(file), sha256(file));
            uploader.send(() -> Optional.of(store.put(object)), file, _ -> {});
          });
    }
  }

  @Override
  public void download(String prefix, Path folder) throws Exception {
    List<String> keys = new ArrayList<>();
    store.keys(prefix + "/", keys::add);
    try (HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      each(
          keys,
          key -> {
            HttpRequest get =
                HttpRequest.newBuilder(store.view(key).orElseThrow().url()).build();
            Path file = folder.resolve(key.substring(key.lastIndexOf('/') + 1));
            if (client.send(get, BodyHandlers.ofFile(file)).statusCode() != 200) {
              throw new IOException(key + " was refused");
            }
          });
    }
  }

  /// A transfer that may fail.
  private interface Transfer {
    void run(String name) throws Exception;
  }

  private void each(List<String> names, Transfer transfer) throws Exception {
    Semaphore places = new Semaphore(atOnce);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> ends = new ArrayList<>();
      for (String name : names) {
        ends.add(
            threads.submit(
                () -> {
                  places.acquire();
                  try {
                    transfer.run(name);
                  } finally {
                    places.release();
                  }
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    }
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
