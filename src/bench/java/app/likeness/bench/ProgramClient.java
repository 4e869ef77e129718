package app.likeness.bench;

import app.likeness.storage.s3.S3Server;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// awscli or rclone, as Debian packs them.
///
/// @param copy what the program is called with; from where and to where follow
/// @param root of the prefixes, as the program writes it
record ProgramClient(
    String name, List<String> copy, String root, Map<String, String> environment)
    implements TransferBench.Client {

  /// @param settings a folder for what they are configured by
  static List<TransferBench.Client> installed(
      URI endpoint, String bucket, Path settings, int atOnce) throws IOException {
    Files.createDirectories(settings);
    List<TransferBench.Client> clients = new ArrayList<>();
    aws(endpoint, bucket, settings, atOnce).ifPresent(clients::add);
    rclone(endpoint, bucket, atOnce).ifPresent(clients::add);
    return clients;
  }

  private static Optional<ProgramClient> aws(
      URI endpoint, String bucket, Path settings, int atOnce) throws IOException {
    Path config = settings.resolve("aws");
    Files.writeString(
        config, "[default]\ns3 =\n  max_concurrent_requests = " + atOnce + "\n");
    Optional<Path> aws = program("aws");
    return aws.map(
        program -> {
          List<String> copy =
              List.of(
                  program.toString(), "--endpoint-url", endpoint.toString(), "s3", "cp",
                  "--recursive", "--quiet");
          Map<String, String> environment =
              Map.of(
                  "AWS_CONFIG_FILE", config.toString(),
                  "AWS_ACCESS_KEY_ID", S3Server.KEYS.accessKeyId(),
                  "AWS_SECRET_ACCESS_KEY", S3Server.KEYS.secretAccessKey(),
                  "AWS_DEFAULT_REGION", "us-east-1",
                  "AWS_EC2_METADATA_DISABLED", "true");
          return new ProgramClient("awscli", copy, "s3://" + bucket + "/", environment);
        });
  }

  private static Optional<ProgramClient> rclone(URI endpoint, String bucket, int atOnce) {
    return program("rclone")
        .map(
            program -> {
              List<String> copy =
                  List.of(
                      program.toString(), "copy", "--s3-no-check-bucket", "--transfers",
                      Integer.toString(atOnce));
              Map<String, String> environment =
                  Map.of(
                      "RCLONE_CONFIG", "/dev/null",
                      "RCLONE_CONFIG_BENCH_TYPE", "s3",
                      "RCLONE_CONFIG_BENCH_PROVIDER", "Other",
                      "RCLONE_CONFIG_BENCH_ENDPOINT", endpoint.toString(),
                      "RCLONE_CONFIG_BENCH_REGION", "us-east-1",
                      "RCLONE_CONFIG_BENCH_ACCESS_KEY_ID", S3Server.KEYS.accessKeyId(),
                      "RCLONE_CONFIG_BENCH_SECRET_ACCESS_KEY", S3Server.KEYS.secretAccessKey());
              return new ProgramClient("rclone", copy, "bench:" + bucket + "/", environment);
            });
  }

  @Override
  public void upload(Path folder, String prefix) throws Exception {
    call(folder.toString(), root + prefix);
  }

  @Override
  public void download(String prefix, Path folder) throws Exception {
    call(root + prefix, folder.toString());
  }

  private void call(String from, String to) throws Exception {
    List<String> whole = new ArrayList<>(copy);
    whole.add(from);
    whole.add(to);
    ProcessBuilder program = new ProcessBuilder(whole).inheritIO();
    // The server speaks plain HTTP, and rclone cannot load a bundle.
    program.environment().remove("AWS_CA_BUNDLE");
    program.environment().putAll(environment);
    int end = program.start().waitFor();
    if (end != 0) {
      throw new IOException(name + " ended with " + end);
    }
  }

  // The package's own, before anything that stands in for it on the path.
  private static Optional<Path> program(String name) {
    List<String> folders = new ArrayList<>(List.of("/usr/bin"));
    folders.addAll(List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)));
    Optional<Path> found =
        folders.stream().map(each -> Path.of(each, name)).filter(Files::isExecutable).findFirst();
    if (found.isEmpty()) {
      System.out.println(name + " is not installed, so it is left out");
    }
    return found;
  }
}
