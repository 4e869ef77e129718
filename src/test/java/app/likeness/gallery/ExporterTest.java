package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
  private final Instant longAgo = Instant.now().minus(3, ChronoUnit.DAYS);

  @TempDir Path temp;
  private Path out;
  private Workspace.Session session;
  private Photo photo;

  @BeforeEach
  void onePhoto() throws Exception {
    out = temp.resolve("out");
    session = Galleries.open(temp.resolve("gallery"));
    session.gallery().people().recognition(false);
    PhotoId id = Galleries.bring(session, List.of(Samples.photo(3))).getFirst().photo();
    photo = session.gallery().photos().photo(id).orElseThrow();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Path export() {
    return new Exporter(session.gallery().photos(), out).export(photo);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void exportedOriginalsAreTheBytesThatCameIn() throws Exception {
    assertThat(export()).hasFileName("sample3.jpg").hasSameBinaryContentAs(Samples.photo(3));
    assertThat(export()).hasFileName("sample3 (2).jpg").hasSameBinaryContentAs(Samples.photo(3));
    assertThat(names()).hasSize(2);
  }

  @Test
  void anExportedFileMayBeReadByWhomAnyNewFileMay() throws Exception {
    assumeTrue(Files.getFileStore(temp).supportsFileAttributeView("posix"));
    Path any = Files.createFile(temp.resolve("any"));
    assertThat(Files.getPosixFilePermissions(export()))
        .isEqualTo(Files.getPosixFilePermissions(any));
  }

  @Test
  void whatAKilledExportLeftIsRemovedByTheNext() throws Exception {
    left(".likeness-0b2c8a5e-6a0e-4b0e-9d0b-6f1f3c1d2e3f.part", longAgo);
    left(".likeness-1234567890123456789.part", longAgo);
    export();
    assertThat(names()).containsExactly("sample3.jpg");
  }

  @Test
  void whatMayBeSomebodysStays() throws Exception {
    left(".likeness-0b2c8a5e-6a0e-4b0e-9d0b-6f1f3c1d2e3f.part", Instant.now());
    left(".likeness-notes.part", longAgo);
    left("1234567890123456789.part", longAgo);
    Path folder = Files.createDirectory(out.resolve(".likeness-1234567890123456789.part"));
    Files.setLastModifiedTime(folder, FileTime.from(longAgo));
    export();
    assertThat(names()).hasSize(5);
  }

  private void left(String name, Instant touched) throws IOException {
    Path file = Files.writeString(Files.createDirectories(out).resolve(name), "half");
    Files.setLastModifiedTime(file, FileTime.from(touched));
  }
}
