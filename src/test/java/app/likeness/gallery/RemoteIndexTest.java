package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.NewFace;
import app.likeness.catalog.Projected;
import app.likeness.catalog.Samples;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.faces.rekognition.Allowance;
import app.likeness.faces.rekognition.MockRekognition;
import app.likeness.faces.rekognition.RekognitionFaceIndex;
import app.likeness.model.Box;
import app.likeness.model.Embedding;
import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.pictures.leptonica.LeptonicaThumbnails;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A gallery whose faces a service remembers, and what a crash leaves there.
class RemoteIndexTest {
  private static final PersonId ANN = new PersonId("ann");

  @TempDir Path folder;
  private final MockRekognition mock = new MockRekognition();
  private final Photo ready = Samples.photo("aaaa", 1);
  private final Photo pending = Samples.photo("bbbb", 2);
  private final FaceId kept = new FaceId(ready.id(), 1);
  private final FaceId second = new FaceId(ready.id(), 2);
  private Catalog catalog;
  private Recognition recognition;

  @BeforeEach
  void open() {
    catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
    recognition =
        new Recognition(
            catalog,
            () ->
                new RekognitionFaceIndex(
                    mock.access(), new LeptonicaThumbnails(), Allowance.unlimited()));
    Samples.add(catalog, ready, face(kept, 4), face(second, 3));
    catalog.photos().begin(pending);
    mock.answer("DeleteFaces", "{}");
  }

  @AfterEach
  void close() {
    recognition.close();
    catalog.close();
    mock.close();
  }

  private static NewFace face(FaceId id, float quality) {
    return new NewFace(
        id, new Box(id.n() / 10.0, .1, .1, .1), .9, 100, "faces-thumbs/none/" + id + ".jpg",
        Embedding.elsewhere("rekognition-" + MockRekognition.COLLECTION, quality));
  }

  private void remembers(FaceId... faces) {
    mock.answer(
        "ListFaces",
        Stream.of(faces)
            .map(face -> "{\"FaceId\": \"name-%s\", \"ExternalImageId\": \"%<s\"}".formatted(face))
            .collect(Collectors.joining(",", "{\"Faces\": [", "]}")));
  }

  private String deleted() {
    return mock.calls("DeleteFaces").getFirst().getBodyAsString();
  }

  @Test
  void whatACrashLeftIsSweptButNotWhatIsUnderWay() {
    FaceId erased = new FaceId(new PhotoId("cccc"), 1);
    FaceId unwritten = new FaceId(ready.id(), 7);
    FaceId comes = new FaceId(pending.id(), 1);
    remembers(kept, erased, unwritten, comes);

    new Orphans(catalog, recognition).sweep();

    assertThat(mock.calls("DeleteFaces")).hasSize(1);
    assertThat(deleted())
        .contains("name-" + erased, "name-" + unwritten)
        .doesNotContain("name-" + kept, "name-" + comes);
  }

  @Test
  void aPhotoThatIsJustScannedAgainKeepsItsFaces() {
    FaceId unwritten = new FaceId(ready.id(), 7);
    remembers(unwritten);
    catalog.setting(Rescan.UNDER_WAY, ready.id().value());

    new Orphans(catalog, recognition).sweep();

    assertThat(mock.calls("DeleteFaces")).isEmpty();
  }

  @Test
  void aMatchWithAnUnknownFaceIsIgnoredAndThatFaceDeleted() {
    FaceId unknown = new FaceId(new PhotoId("cccc"), 1);
    remembers(kept, unknown);

    List<Match> left =
        new Orphans(catalog, recognition)
            .without(List.of(new Match(unknown, .99), new Match(kept, .9)));

    assertThat(left).containsExactly(new Match(kept, .9));
    assertThat(deleted()).contains("name-" + unknown).doesNotContain("name-" + kept);
  }

  @Test
  void aDeletedPhotosFacesAreForgottenByAServiceThatNobodyHasAskedYet() {
    remembers(kept);
    assertThat(recognition.index().remote()).isTrue();
    recognition.close();
    recognition =
        new Recognition(
            catalog,
            () ->
                new RekognitionFaceIndex(
                    mock.access(), new LeptonicaThumbnails(), Allowance.unlimited()));

    recognition.forget(List.of(kept));

    assertThat(deleted()).contains("name-" + kept);
  }

  @Test
  void theServiceIsToldWhoseFacesAreWhose() {
    remembers(kept, second);
    mock.answer("CreateUser", "{}");
    mock.answer("AssociateFaces", "{}");
    assertThat(recognition.index().remote()).isTrue();
    catalog.faces().propose(kept, ANN, 1);
    catalog.faces().propose(second, ANN, 1);
    own(ANN);

    PersonVectors vectors = new PersonVectors(catalog, recognition);
    assertThat(vectors.owners(List.of(kept, second))).isEqualTo(Set.of(ANN));
    vectors.renew(ready.id());

    assertThat(mock.calls("CreateUser").getFirst().getBodyAsString()).contains("\"ann\"");
    assertThat(mock.calls("AssociateFaces").getFirst().getBodyAsString())
        .contains("name-" + kept, "name-" + second);
  }

  private void own(PersonId person) {
    catalog
        .people()
        .apply(
            new Projected(
                Map.of(kept, person, second, person), Map.of(), Set.of()));
    assertThat(catalog.photos().find(ready.id()).map(Photo::state)).contains(PhotoState.READY);
  }
}
