package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Person;
import app.likeness.testing.Child;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports killed at moments spread over all their work end as if nobody had disturbed them.
///
/// `-Dlikeness.kills=12` kills more often than a quick run can afford.
class KillTest {
  private static final int KILLS = Integer.getInteger("likeness.kills", 4);

  @TempDir Path temp;

  @Test
  void killedImportsEndAsUndisturbedOnes() throws Exception {
    Path photos = Files.createDirectory(temp.resolve("photos"));
    List<Path> files = new ArrayList<>();
    for (int n = 1; n <= Samples.COUNT; n++) {
      files.add(Samples.remarked(n, "one", photos));
      files.add(Samples.remarked(n, "two", photos));
    }
    List<Face> undisturbed = undisturbed(files);
    int objects = files.size() * 4 + undisturbed.size();
    Path folder = temp.resolve("killed");
    Files.createDirectory(temp.resolve("tmp"));
    int killed = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      if (killAt(objects * kill / (KILLS + 1), kill % 2 == 0, folder, photos)) {
        killed++;
      }
    }
    assertThat(killed).as("kills that came in time").isGreaterThan(KILLS / 2);

    Child.End end = Child.run("import", "--json", "--gallery", folder.toString(), photos.toString());
    assertThat(end.exit()).as(end.err()).isZero();
    assertThat(end.out()).hasSize(files.size() + 1);
    Wholeness.check(folder);
    assertThat(Wholeness.files(temp.resolve("tmp"))).isEmpty();
    try (Workspace.Opened reading = Galleries.workspace(folder).read()) {
      assertThat(reading.gallery().totals().photos()).isEqualTo(files.size());
      same(Galleries.faces(reading.gallery()), undisturbed);
    }
  }

  private List<Face> undisturbed(List<Path> files) throws InterruptedException {
    Path folder = temp.resolve("undisturbed");
    List<Face> faces;
    try (Workspace.Session session = Galleries.open(folder)) {
      Galleries.bring(session, files);
      faces = Galleries.faces(session.gallery());
    }
    Wholeness.check(folder);
    return faces;
  }

  /// Kills an import as soon as there are so many objects; false when it came to its end before.
  ///
  /// @param writing only while another is being written
  private boolean killAt(int objects, boolean writing, Path folder, Path photos)
      throws InterruptedException {
    try (Child child =
        Child.start(
            new Child.Start().option("-Djava.io.tmpdir=" + temp.resolve("tmp")),
            "import",
            "--json",
            "--gallery",
            folder.toString(),
            photos.toString())) {
      while (child.runs()) {
        if (count(folder.resolve("objects/likeness")) >= objects
            && (!writing || count(folder.resolve("objects/incoming")) > 0)) {
          return true;
        }
        Thread.sleep(2);
      }
      return false;
    }
  }

  private static long count(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    } catch (IOException | UncheckedIOException _) {
      return 0; // something went while it was looked at
    }
  }

  private static void same(List<Face> faces, List<Face> others) {
    Map<FaceId, Face> other = others.stream().collect(Collectors.toMap(Face::id, Function.identity()));
    assertThat(faces).extracting(Face::id).containsExactlyElementsOf(others.stream().map(Face::id).toList());
    for (Face face : faces) {
      Face twin = other.get(face.id());
      assertThat(face.box().left()).isCloseTo(twin.box().left(), within(1e-9));
      assertThat(face.box().top()).isCloseTo(twin.box().top(), within(1e-9));
      assertThat(face.box().width()).isCloseTo(twin.box().width(), within(1e-9));
      assertThat(face.box().height()).isCloseTo(twin.box().height(), within(1e-9));
      assertThat(face.quality()).isEqualTo(twin.quality());
    }
    assertThat(people(faces)).isEqualTo(people(others));
  }

  /// Who is with whom, whatever their ids.
  private static Set<Set<FaceId>> people(List<Face> faces) {
    return new HashSet<>(
        faces.stream()
            .filter(face -> face.person() != null)
            .collect(Collectors.groupingBy(Face::person, Collectors.mapping(Face::id, Collectors.toSet())))
            .values());
  }

  @Test
  void whatWasDecidedBeforeAKillStands() throws Exception {
    Path folder = temp.resolve("gallery");
    Person ana;
    long undone;
    try (Workspace.Session session = Galleries.open(folder)) {
      Galleries.bring(session, List.of(Samples.photo(1), Samples.photo(2)));
      People people = session.gallery().people();
      List<Person> all = Galleries.people(session.gallery());
      ana = all.getFirst();
      people.decide(List.of(new Decision.Name(ana.id(), "Ana")));
      undone = people.decide(List.of(new Decision.Same(all.get(1).id(), ana.id()))).seq();
      people.undo(undone);
    }
    Path photos = Files.createDirectory(temp.resolve("photos"));
    for (int n = 1; n <= Samples.COUNT; n++) {
      Samples.remarked(n, "more", photos);
    }
    Files.createDirectory(temp.resolve("tmp"));
    assertThat(killAt(4 * 2 + 9, true, folder, photos)).isTrue();

    try (Workspace.Session session = Galleries.open(folder)) {
      session.imports().await();
      People people = session.gallery().people();
      assertThat(people.person(ana.id()).orElseThrow().name()).isEqualTo("Ana");
      assertThat(people.history(0, 10)).hasSize(3);
      assertThat(people.history(0, 10).get(1).undone()).isTrue();
      assertThat(session.gallery().totals().photos()).isEqualTo(2 + Samples.COUNT);
    }
    Wholeness.check(folder);
  }

  @Test
  void photosUnderWayWhenTheGalleryIsClosedGoOnWhenItIsOpenedAgain() throws Exception {
    Path folder = temp.resolve("gallery");
    List<Path> files = new ArrayList<>();
    for (int n = 1; n <= Samples.COUNT; n++) {
      files.add(Samples.remarked(n, "closed", temp));
    }
    try (Workspace.Session session = Galleries.open(folder)) {
      session.imports().add(files);
      while (session.imports().rows(false, null, 10).items().stream().noneMatch(row -> row.photo() != null)) {
        Thread.sleep(1);
      }
    }
    try (Workspace.Session session = Galleries.open(folder)) {
      session.imports().await();
      assertThat(session.imports().rows(false, null, 10).items()).hasSize(files.size());
      assertThat(session.gallery().totals().photos()).isEqualTo(files.size());
    }
    Wholeness.check(folder);
  }
}
