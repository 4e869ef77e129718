package app.likeness.catalog;

import static app.likeness.catalog.Samples.MODEL;
import static app.likeness.catalog.Samples.add;
import static app.likeness.catalog.Samples.face;
import static app.likeness.catalog.Samples.photo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.Embedding;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.Proposal;
import app.likeness.model.Thresholds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every table of faces does: vectors and proposals.
public abstract class FaceTableContract extends CatalogContract {
  private static final Thresholds GOOD = new Thresholds(.5, .4, .5, 3, 100);
  private static final PersonId ANN = new PersonId("ann");
  private static final PersonId BEN = new PersonId("ben");

  private final Photo one = photo("one", 1);
  private final Photo two = photo("two", 2);
  private final FaceId first = new FaceId(one.id(), 1);
  private final FaceId second = new FaceId(one.id(), 2);

  private Map<FaceId, Embedding> vectors(String model) {
    Map<FaceId, Embedding> found = new HashMap<>();
    catalog.faces().vectors(model, GOOD, found::put);
    return found;
  }

  @Test
  void listsAllFacesById() {
    add(catalog, two, face(two, 1, 5));
    add(catalog, one, face(one, 10, 5), face(one, 2, 5), face(one, 1, 5));
    assertThat(all((String cursor) -> catalog.faces().all(cursor, 2)))
        .extracting(face -> face.id().toString())
        .containsExactly("one_face_1", "one_face_2", "one_face_10", "two_face_1");
  }

  @Test
  void findsThoseFacesThatExist() {
    add(catalog, one, face(one, 1, 5));
    assertThat(catalog.faces().find(List.of(first, second))).containsOnlyKeys(first);
  }

  @Test
  void handsOutTheVectorsThatAreGoodEnoughForTheirModel() {
    add(catalog, one, face(one, 1, 3), face(one, 2, 2.9));
    Map<FaceId, Embedding> found = vectors(MODEL);
    assertThat(found).containsOnlyKeys(first);
    assertThat(found.get(first).cosine(face(one, 1, 3).embedding())).isGreaterThan(.9999);
    assertThat(found.get(first).length()).isEqualTo(3);
    assertThat(vectors("other")).isEmpty();
    add(catalog, two, face(two, 1, 4));
    Map<FaceId, Embedding> ofTwo = new HashMap<>();
    catalog.faces().vectors(two.id(), MODEL, GOOD, ofTwo::put);
    assertThat(ofTwo).containsOnlyKeys(new FaceId(two.id(), 1));
  }

  @Test
  void keepsTheVectorsOfAnOlderModelBesideTheNew() {
    add(catalog, one, face(one, 1, 5));
    NewFace old = face(one, 1, 5);
    Embedding renewed = new Embedding("new", old.embedding().vector(), 8);
    NewFace scanned =
        new NewFace(old.id(), old.box(), .9, 100, old.thumbKey(), renewed);
    catalog.photos().complete(one, List.of(scanned), Set.of(), null);
    assertThat(vectors(MODEL)).containsOnlyKeys(first);
    assertThat(vectors("new").get(first).length()).isEqualTo(8);
  }

  @Test
  void proposalsHaveSerialsThatGrowAndAreNeverUsedAgain() {
    add(catalog, one, face(one, 1, 5), face(one, 2, 5));
    Proposal a = catalog.faces().propose(first, ANN, .7);
    Proposal b = catalog.faces().propose(second, BEN, .6);
    catalog.faces().withdraw(List.of(second));
    Proposal c = catalog.faces().propose(first, BEN, .9);
    assertThat(c.serial()).isGreaterThan(b.serial());
    assertThat(b.serial()).isGreaterThan(a.serial());
    assertThat(catalog.faces().proposals(one.id())).isEqualTo(Map.of(first, List.of(a, c)));
    assertThat(catalog.faces().since(a.serial(), 10)).containsExactly(c);
    assertThat(catalog.faces().since(0, 1)).containsExactly(a);
  }

  @Test
  void aProposalMakesThePersonKnownUntilItIsWithdrawn() {
    add(catalog, one, face(one, 1, 5));
    catalog.faces().propose(first, ANN, .7);
    assertThat(catalog.people().existing(List.of(ANN, BEN))).containsExactly(ANN);
    assertThat(catalog.people().find(ANN).orElseThrow().photoCount()).isZero();
    catalog.faces().withdraw(List.of(first, second));
    assertThat(catalog.people().existing(List.of(ANN))).isEmpty();
  }

  @Test
  void refusesAProposalForAFaceThatIsGone() {
    assertThatThrownBy(() -> catalog.faces().propose(first, ANN, .7))
        .isInstanceOf(GalleryException.NotFound.class);
    assertThat(catalog.people().existing(List.of(ANN))).isEmpty();
  }

  @Test
  void listsAPersonsFacesBestFirst() {
    add(catalog, one, face(one, 1, 5), face(one, 2, 7));
    add(catalog, two, face(two, 1, 5), face(two, 2, 6), face(two, 3, 9));
    Map<FaceId, PersonId> own = new HashMap<>();
    for (Face face : all((String cursor) -> catalog.faces().all(cursor, 9))) {
      own.put(face.id(), face.id().n() == 3 ? BEN : ANN);
    }
    catalog.people().apply(new Projected(own, Map.of(), Set.of()));
    assertThat(all((String cursor) -> catalog.faces().of(ANN, cursor, 2)))
        .extracting(face -> face.id().toString())
        .containsExactly("one_face_2", "two_face_2", "one_face_1", "two_face_1");
  }
}
