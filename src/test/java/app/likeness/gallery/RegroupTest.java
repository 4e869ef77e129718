package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.NewFace;
import app.likeness.catalog.Samples;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.faces.FaceIndex;
import app.likeness.faces.onnx.ModelFiles;
import app.likeness.faces.onnx.OnnxFaceIndex;
import app.likeness.model.Box;
import app.likeness.model.Decision.Name;
import app.likeness.model.Embedding;
import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.testing.Around;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Groups that are made while people go on deciding.
class RegroupTest {
  private static final PersonId ANA = new PersonId("ana");
  private static final PersonId BEN = new PersonId("ben");

  @TempDir private Path folder;
  private final FaceIndex index = new OnnxFaceIndex(ModelFiles.own());
  private SqliteCatalog catalog;
  private Ledger ledger;
  private Recognition recognition;
  private FaceId first;
  private FaceId second;

  /// Two faces of one look who count as two people so far.
  @BeforeEach
  void open() {
    catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
    ledger = new Ledger(catalog);
    recognition = new Recognition(catalog, () -> index);
    first = bring("first", ANA);
    second = bring("second", BEN);
  }

  @AfterEach
  void close() {
    recognition.close();
    catalog.close();
  }

  private FaceId bring(String name, PersonId person) {
    Photo photo = Samples.photo(name, 1);
    FaceId face = new FaceId(photo.id(), 1);
    var embedding = new Embedding(index.model(), Samples.embedding(7, 1).vector(), 3);
    Samples.add(
        catalog, photo, new NewFace(face, new Box(.1, .1, .1, .1), .9, 100, "thumb", embedding));
    recognition.index().add(face, embedding);
    catalog.serially(
        () -> {
          catalog.faces().propose(face, person, 1);
          ledger.project(Set.of(photo.id()));
          return true;
        });
    return face;
  }

  /// @param before happens each time just before something is written
  private void regroup(Runnable before) {
    Catalog watched =
        Around.of(
            Catalog.class,
            catalog,
            (method, call) -> {
              if (method.equals("serially")) {
                before.run();
              }
              return call.go();
            });
    new Regroup(watched, recognition, ledger, new Assignment(catalog, recognition, ledger)).run();
  }

  private PersonId own(FaceId face) {
    return catalog.faces().find(Set.of(face)).get(face).own();
  }

  @Test
  void facesOfOneLookBecomeOnePerson() {
    regroup(() -> {});
    assertThat(own(first)).isEqualTo(ANA);
    assertThat(own(second)).isEqualTo(ANA);
  }

  @Test
  void somebodyNamedJustBeforeTheGroupsAreWrittenKeepsTheirFaces() {
    regroup(() -> name("Ben"));
    assertThat(own(first)).isEqualTo(BEN);
    assertThat(own(second)).isEqualTo(BEN);
  }

  @Test
  void aPhotoThatComesMeanwhileDisturbsNothing() {
    regroup(() -> bring("third" + catalog.totals().photos(), new PersonId("cleo")));
    assertThat(catalog.totals().photos()).isEqualTo(3);
    assertThat(own(second)).isEqualTo(ANA);
  }

  @Test
  void itEndsThoughSomebodyDecidesAllTheTime() {
    int[] names = {0};
    regroup(() -> name("Ben " + names[0]++));
    assertThat(names[0]).isGreaterThan(2);
    assertThat(own(first)).isEqualTo(BEN);
  }

  private void name(String name) {
    catalog.serially(() -> ledger.append(List.of(new Name(BEN, name))));
  }
}
