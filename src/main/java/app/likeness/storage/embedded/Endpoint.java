package app.likeness.storage.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.likeness.files.OwnerOnly;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where a process serves a folder's objects, told to the owner's other processes by a file.
///
/// @param port on the loopback
/// @param process its id
/// @param since when that process started, in milliseconds of the epoch: ids are used again
record Endpoint(int port, long process, long since) {
  // The system may correct its idea of when it was started.
  private static final Duration CORRECTION = Duration.ofSeconds(10);

  static Endpoint ofThisProcess(int port) {
    ProcessHandle self = ProcessHandle.current();
    return new Endpoint(port, self.pid(), started(self));
  }

  void announce(Path file) throws IOException {
    OwnerOnly.write(file, (port + "\n" + process + "\n" + since + "\n").getBytes(US_ASCII));
  }

  /// The endpoint of a process that still runs.
  static Optional<Endpoint> find(Path file) throws IOException {
    try {
      List<String> lines = Files.readString(file, US_ASCII).lines().toList();
      Endpoint told =
          new Endpoint(
              Integer.parseInt(lines.get(0)),
              Long.parseLong(lines.get(1)),
              Long.parseLong(lines.get(2)));
      return Optional.of(told).filter(Endpoint::alive);
    } catch (NoSuchFileException | IndexOutOfBoundsException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  boolean here() {
    return process == ProcessHandle.current().pid();
  }

  URI bucketUrl() {
    return URI.create("http://127.0.0.1:" + port + "/" + ObjectFiles.BUCKET);
  }

  private boolean alive() {
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .filter(same -> Math.abs(started(same) - since) < CORRECTION.toMillis())
        .isPresent();
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
