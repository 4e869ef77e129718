package app.likeness.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.likeness.storage.s3.Dialect;
import app.likeness.storage.s3.S3Description;
import app.likeness.storage.s3.S3ObjectStore;
import app.likeness.storage.s3.S3Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Files to and from one S3Proxy, by our tickets and view URLs, by awscli and by rclone: wall time
/// and the client's CPU time per GB. Linux only; a program that is not installed is left out.
///
/// Arguments: files (200), MiB each (4), at once (4), rounds (3); a round before them warms up.
public final class TransferBench {
  private static final String BUCKET = "bench";

  private TransferBench() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals("serve")) {
      serve(Path.of(args[1]));
      return;
    }
    int[] given = Stream.of(args).mapToInt(Integer::parseInt).toArray();
    int files = given.length > 0 ? given[0] : 200;
    int bytes = (given.length > 1 ? given[1] : 4) << 20;
    int atOnce = given.length > 2 ? given[2] : 4;
    int rounds = given.length > 3 ? given[3] : 3;
    Path folder = Files.createTempDirectory("transfer-bench");
    Process server = start(folder.resolve("server"));
    try {
      Path photos = photos(folder.resolve("photos"), files, bytes);
      URI endpoint = URI.create(answer(server));
      Map<String, List<Cost>> costs = new LinkedHashMap<>();
      for (int round = 0; round <= rounds; round++) {
        run(endpoint, photos, folder.resolve("got" + round), atOnce, round, costs);
      }
      costs.forEach((what, its) -> print(what, its, files * (double) bytes / 1e9));
    } finally {
      server.destroy();
      server.waitFor();
      delete(folder);
    }
  }

  /// In a process of its own, so that its CPU time is nobody's.
  private static void serve(Path folder) throws Exception {
    try (S3Server server = new S3Server(folder, List.of(BUCKET))) {
      System.out.println(server.endpoint());
      Thread.currentThread().join();
    }
  }

  private static Process start(Path folder) throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            TransferBench.class.getName(),
            "serve",
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String answer(Process server) throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8)).readLine();
    if (line == null) {
      throw new IOException("The server did not start");
    }
    return line;
  }

  private static void run(
      URI endpoint, Path photos, Path to, int atOnce, int round, Map<String, List<Cost>> costs)
      throws Exception {
    S3Description place = S3Description.at(endpoint, "us-east-1", Dialect.S3PROXY, BUCKET);
    try (S3ObjectStore store =
        new S3ObjectStore(place, StaticCredentialsProvider.create(S3Server.KEYS))) {
      List<Client> clients = new ArrayList<>();
      clients.add(new TicketClient(store, atOnce));
      clients.addAll(ProgramClient.installed(endpoint, BUCKET, to.resolveSibling("set"), atOnce));
      for (Client client : clients) {
        String there = "round" + round + "-" + client.name();
        Path here = Files.createDirectories(to.resolve(client.name()));
        Cost up = Cost.of(() -> client.upload(photos, there));
        Cost down = Cost.of(() -> client.download(there, here));
        same(photos, here);
        delete(here);
        if (round > 0) {
          costs.computeIfAbsent(client.name() + " up", _ -> new ArrayList<>()).add(up);
          costs.computeIfAbsent(client.name() + " down", _ -> new ArrayList<>()).add(down);
        }
      }
    }
  }

  private static void same(Path sent, Path got) throws IOException {
    try (Stream<Path> files = Files.list(sent)) {
      for (Path file : files.toList()) {
        if (Files.mismatch(file, got.resolve(file.getFileName())) >= 0) {
          throw new IOException(file + " did not come back as it was sent");
        }
      }
    }
  }

  private static Path photos(Path folder, int files, int bytes) throws IOException {
    Files.createDirectories(folder);
    byte[] content = new byte[bytes];
    Random random = new Random(1);
    for (int i = 0; i < files; i++) {
      random.nextBytes(content);
      Files.write(folder.resolve("photo" + i + ".jpg"), content);
    }
    return folder;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static void print(String what, List<Cost> costs, double gigabytes) {
    List<Cost> sorted = costs.stream().sorted(Comparator.comparingDouble(Cost::wall)).toList();
    Cost median = sorted.get(sorted.size() / 2);
    System.out.printf(
        "%-14s %7.2f s/GB wall (%.2f..%.2f)  %7.2f CPU s/GB  %6.0f MB/s%n",
        what,
        median.wall() / gigabytes,
        sorted.getFirst().wall() / gigabytes,
        sorted.getLast().wall() / gigabytes,
        median.cpu() / gigabytes,
        gigabytes * 1000 / median.wall());
  }

  /// Somebody who sends and fetches a folder of files.
  interface Client {
    String name();

    void upload(Path folder, String prefix) throws Exception;

    void download(String prefix, Path folder) throws Exception;
  }
}
