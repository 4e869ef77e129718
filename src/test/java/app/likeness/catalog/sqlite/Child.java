package app.likeness.catalog.sqlite;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Projected;
import app.likeness.catalog.Samples;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Another process for tests, which are to see it killed, refused or out of room.
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private Child(Process process) {
    this.process = process;
    said = process.inputReader();
  }

  /// @param before a shell command that runs first in that process, or empty
  static Child start(String before, String verb, Path path) throws IOException {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Child.class.getName(),
            verb,
            path.toString());
    List<String> command = new ArrayList<>();
    if (!before.isEmpty()) {
      command.addAll(List.of("sh", "-c", before + "; exec \"$@\"", "sh"));
    }
    command.addAll(java);
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /// The next line it writes, `null` at its end.
  String says() throws IOException {
    return said.readLine();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  public static void main(String[] args) throws InterruptedException {
    Path path = Path.of(args[1]);
    try {
      switch (args[0]) {
        case "lock" -> {
          try (GalleryLock _ = GalleryLock.take(path)) {
            say("held");
            Thread.sleep(600_000);
          }
        }
        case "write" -> write(path);
        case "erase" -> erase(path);
        default -> throw new IllegalArgumentException(args[0]);
      }
    } catch (GalleryException e) {
      say(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  /// Decides something new for ever, each time with a photo, a face and a person.
  private static void write(Path file) {
    try (Catalog catalog = SqliteCatalog.open(file)) {
      long next = catalog.log().before(0, 1).stream().mapToLong(Act::seq).sum() + 1;
      for (long seq = next; ; seq++) {
        decide(catalog, seq);
        say(Long.toString(seq));
      }
    }
  }

  private static void decide(Catalog catalog, long seq) {
    catalog.serially(
        () -> {
          Photo photo = Samples.photo("photo" + seq, (int) (seq % 1000));
          PersonId person = new PersonId("person" + seq);
          FaceId face = new FaceId(photo.id(), 1);
          catalog
              .log()
              .append(new Act(seq, Samples.NOW, List.of(new Decision.Confirm(face, person))));
          Samples.add(catalog, photo, Samples.face(photo, 1, 5));
          catalog.people().apply(new Projected(Map.of(face, person), Map.of(), Set.of()));
          catalog.setting("last", Long.toString(seq));
          return null;
        });
  }

  /// Erases every eighth photo, says which, and waits to be killed.
  private static void erase(Path file) throws InterruptedException {
    try (Catalog catalog = SqliteCatalog.open(file)) {
      List<PhotoId> erased = new ArrayList<>();
      for (Photo photo : catalog.photos().inState(PhotoState.READY, null, 10_000).items()) {
        if (photo.id().hashCode() % 8 == 0) {
          erased.add(photo.id());
        }
      }
      catalog.serially(
          () -> {
            erased.forEach(catalog.photos()::erase);
            return null;
          });
      erased.forEach(id -> say(id.value()));
      say("erased");
      Thread.sleep(600_000);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
