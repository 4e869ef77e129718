package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.faces.FaceIndex;
import app.likeness.faces.onnx.ModelFiles;
import app.likeness.faces.onnx.OnnxFaceIndex;
import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.GalleryException;
import app.likeness.model.Person;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedGalleryTest {
  @TempDir Path temp;
  private Path folder;
  private Workspace.Session session;

  @BeforeEach
  void open() {
    folder = temp.resolve("gallery");
    session = Galleries.open(folder);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Gallery gallery() {
    return session.gallery();
  }

  private void reopen() {
    session.close();
    session = Galleries.open(folder);
  }

  @Test
  void droppedPhotosBecomePeopleWithPictures() throws Exception {
    List<ImportRow> rows = Galleries.bring(session, Samples.all());

    assertThat(rows).hasSize(6).allMatch(row -> row.state() == ImportState.READY);
    List<Person> people = Galleries.people(gallery());
    assertThat(people).isNotEmpty();
    String thumb = people.getFirst().repThumbKey();
    byte[] jpeg = get(thumb);
    assertThat(jpeg[0]).isEqualTo((byte) 0xFF);
    assertThat(jpeg[1]).isEqualTo((byte) 0xD8);
    PhotoId photo = rows.getFirst().photo();
    String original = gallery().photos().photo(photo).orElseThrow().original().key();
    assertThat(get(original)).isEqualTo(Files.readAllBytes(Samples.photo(1)));
  }

  private byte[] get(String key) throws IOException, InterruptedException {
    var url = gallery().photos().views(List.of(key)).get(key).url();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }

  @Test
  void theSamePersonOnTwoPhotosIsOnePersonWithTwoPhotos() throws Exception {
    Galleries.bring(
        session,
        List.of(Samples.remarked(1, "one", temp), Samples.remarked(1, "two", temp)));

    List<Person> people = Galleries.people(gallery());
    assertThat(people).isNotEmpty().allMatch(person -> person.photoCount() == 2);
  }

  @Test
  void theSameContentTwiceIsOnePhoto() throws Exception {
    Path copy = Files.copy(Samples.photo(2), temp.resolve("copy.jpg"));
    List<ImportRow> rows = Galleries.bring(session, List.of(Samples.photo(2), copy));

    assertThat(rows)
        .extracting(ImportRow::state)
        .containsExactlyInAnyOrder(ImportState.READY, ImportState.ALREADY);
    assertThat(gallery().totals().photos()).isEqualTo(1);
  }

  @Test
  void namesMergesAndUndoesSurviveARestart() throws Exception {
    Galleries.bring(session, Samples.all());
    List<Person> people = Galleries.people(gallery());
    Person ana = people.get(0);
    Person ben = people.get(1);
    gallery().people().decide(List.of(new Decision.Name(ana.id(), "Ana")));
    long merge = gallery().people().decide(List.of(new Decision.Same(ben.id(), ana.id()))).seq();

    reopen();
    assertThat(Galleries.people(gallery())).hasSize(people.size() - 1);
    assertThat(gallery().people().person(ben.id()).orElseThrow().name()).isEqualTo("Ana");

    gallery().people().undo(merge);
    reopen();
    assertThat(Galleries.people(gallery())).hasSize(people.size());
    assertThat(gallery().people().person(ben.id()).orElseThrow().name()).isEmpty();
    assertThat(gallery().people().history(0, 10))
        .extracting(People.Past::undone)
        .containsExactly(false, true, false);
    assertThatThrownBy(() -> gallery().people().undo(merge))
        .isInstanceOf(GalleryException.Conflict.class);
  }

  @Test
  void aRejectedFaceGoesToSomebodyElseAndComesBackByUndo() throws Exception {
    Galleries.bring(session, List.of(Samples.photo(1)));
    Face face = Galleries.faces(gallery()).stream().filter(f -> f.person() != null).findFirst().orElseThrow();
    long act =
        gallery().people()
            .decide(List.of(new Decision.Reject(face.id(), Set.of(face.person()))))
            .seq();
    reopen(); // what the machine does behind is done when the gallery is closed

    Face rejected = gallery().photos().faces(face.id().photo()).get(face.id().n() - 1);
    assertThat(rejected.person()).isNotNull().isNotEqualTo(face.person());
    gallery().people().undo(act);
    assertThat(gallery().photos().faces(face.id().photo()).get(face.id().n() - 1).person())
        .isEqualTo(face.person());
  }

  @Test
  void aRescanKeepsIdsAndDecisions() throws Exception {
    Galleries.bring(session, Samples.all());
    Person first = Galleries.people(gallery()).getFirst();
    gallery().people().decide(List.of(new Decision.Name(first.id(), "Ana")));
    List<Face> before = Galleries.faces(gallery());

    gallery().people().rescan(_ -> {});

    assertThat(Galleries.faces(gallery())).isEqualTo(before);
    assertThat(gallery().people().person(first.id()).orElseThrow().name()).isEqualTo("Ana");
  }

  @Test
  void anotherModelTakesOverByARescanAndDecisionsStay() throws Exception {
    Galleries.bring(session, Samples.all());
    Person first = Galleries.people(gallery()).getFirst();
    gallery().people().decide(List.of(new Decision.Name(first.id(), "Ana")));
    int people = Galleries.people(gallery()).size();

    System.setProperty(ModelFiles.FOLDER, renamedModel().toString());
    try {
      reopen();
      gallery().people().rescan(_ -> {});
      assertThat(Galleries.people(gallery())).hasSize(people);
      assertThat(gallery().people().person(first.id()).orElseThrow().name()).isEqualTo("Ana");
      // A copy of a photo is recognised, so the new model's vectors are there to compare with.
      Galleries.bring(session, List.of(Samples.remarked(1, "again", temp)));
      assertThat(Galleries.people(gallery())).hasSize(people);
    } finally {
      System.clearProperty(ModelFiles.FOLDER);
    }
  }

  /// The same networks under another id, as a folder of one's own would hold.
  private Path renamedModel() throws IOException {
    Path models = Files.createDirectory(temp.resolve("models"));
    Path own = Path.of("target", "classes", "models");
    try (Stream<Path> files = Files.list(own)) {
      for (Path file : files.toList()) {
        Files.copy(file, models.resolve(file.getFileName()));
      }
    }
    Path manifest = models.resolve("models.json");
    String text = Files.readString(manifest);
    String id;
    try (FaceIndex index = new OnnxFaceIndex(ModelFiles.own())) {
      id = index.model();
    }
    assertThat(text).contains("\"" + id + "\"");
    Files.writeString(manifest, text.replace("\"" + id + "\"", "\"another-model\""));
    return models;
  }

  @Test
  void withRecognitionOffNoFaceIsFoundUntilARescan() throws Exception {
    gallery().people().recognition(false);
    Galleries.bring(session, List.of(Samples.photo(1)));
    assertThat(Galleries.faces(gallery())).isEmpty();
    assertThatThrownBy(() -> gallery().people().rescan(_ -> {}))
        .isInstanceOf(GalleryException.Conflict.class);

    gallery().people().recognition(true);
    gallery().people().rescan(_ -> {});
    assertThat(Galleries.people(gallery())).isNotEmpty();
  }

  @Test
  void aDeletedPhotoLeavesNothingAndCanComeAgain() throws Exception {
    PhotoId id = Galleries.bring(session, List.of(Samples.photo(1))).getFirst().photo();
    gallery().photos().delete(List.of(id));

    assertThat(gallery().photos().photo(id)).isEmpty();
    assertThat(Galleries.people(gallery())).isEmpty();
    assertThat(session.imports().rows(false, null, 10).items()).isEmpty();
    session.close();
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().contains(id.value()))).isEmpty();
    }
    session = Galleries.open(folder);
    assertThat(Galleries.bring(session, List.of(Samples.photo(1))).getFirst().state())
        .isEqualTo(ImportState.READY);
    assertThat(gallery().photos().photo(id).orElseThrow().state()).isEqualTo(PhotoState.READY);
  }

  @Test
  void aSecondProcessMayLookButNotOpen() throws Exception {
    Galleries.bring(session, List.of(Samples.photo(1)));
    Workspace other = Galleries.workspace(folder);
    assertThatThrownBy(other::open).isInstanceOf(GalleryException.Conflict.class);
    try (Workspace.Opened reading = other.read()) {
      assertThat(Galleries.people(reading.gallery())).isEqualTo(Galleries.people(gallery()));
      assertThatThrownBy(
              () -> reading.gallery().people().decide(List.of(new Decision.Undo(1))))
          .isInstanceOf(GalleryException.Conflict.class);
    }
  }
}
