package app.likeness.catalog;

import static app.likeness.catalog.Samples.add;
import static app.likeness.catalog.Samples.face;
import static app.likeness.catalog.Samples.photo;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceAttributes.Emotion;
import app.likeness.model.FaceAttributes.Sign;
import app.likeness.model.FaceAttributes.Trait;
import app.likeness.model.FaceId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What faces look like, and how many look how, through all that may happen to a face.
public abstract class LooksContract extends CatalogContract {
  private static final FaceAttributes CHILD = looks(4, 8, true);
  private static final FaceAttributes OLD = looks(88, 94, false);
  private static final LookCounts NONE =
      new LookCounts(List.of(0, 0, 0, 0, 0, 0), List.of(0, 0));

  private final Photo one = photo("one", 1);
  private final Photo two = photo("two", 2);
  private final FaceId first = new FaceId(one.id(), 1);
  private final FaceId second = new FaceId(one.id(), 2);

  private static FaceAttributes looks(int low, int high, boolean smile) {
    return new FaceAttributes(
        low,
        high,
        Map.of(Trait.SMILE, new Sign(smile, .75), Trait.EYES_OPEN, new Sign(true, .5)),
        Map.of(Emotion.HAPPY, .75, Emotion.CALM, .25));
  }

  private static NewFace looking(Photo photo, int n, FaceAttributes looks) {
    NewFace face = face(photo, n, 5);
    return new NewFace(
        face.id(), face.box(), face.score(), face.pixels(), face.thumbKey(), face.embedding(),
        looks);
  }

  private static LookCounts counts(int children, int old) {
    return new LookCounts(List.of(children, 0, 0, 0, 0, old), List.of(children, old));
  }

  @Test
  void nothingIsCountedAtFirst() {
    assertThat(catalog.looks()).isEqualTo(NONE);
    add(catalog, one, face(one, 1, 5));
    assertThat(catalog.looks()).isEqualTo(NONE);
    assertThat(catalog.faces().attributes(one.id())).isEmpty();
  }

  @Test
  void looksAreKeptWithTheFaceAndCounted() {
    add(catalog, one, looking(one, 1, CHILD), looking(one, 2, OLD), face(one, 3, 5));
    add(catalog, two, looking(two, 1, OLD));

    assertThat(catalog.faces().attributes(one.id())).isEqualTo(Map.of(first, CHILD, second, OLD));
    assertThat(catalog.looks()).isEqualTo(counts(1, 2));
  }

  @Test
  void aScanReplacesKeepsAndRemovesThem() {
    add(catalog, one, looking(one, 1, CHILD), looking(one, 2, CHILD), looking(one, 3, CHILD));
    FaceId third = new FaceId(one.id(), 3);

    catalog.photos().complete(one, List.of(looking(one, 1, OLD)), Set.of(third), null);
    assertThat(catalog.faces().attributes(one.id())).isEqualTo(Map.of(first, OLD, third, CHILD));
    assertThat(catalog.looks()).isEqualTo(counts(1, 1));

    catalog.photos().complete(one, List.of(face(one, 1, 5)), Set.of(), null);
    assertThat(catalog.faces().attributes(one.id())).isEqualTo(Map.of(first, OLD));
    assertThat(catalog.looks()).isEqualTo(counts(0, 1));
  }

  @Test
  void aPhotoThatIsDoomedOrErasedIsNotCounted() {
    add(catalog, one, looking(one, 1, CHILD));
    add(catalog, two, looking(two, 1, OLD));

    catalog.photos().advance(one.id(), PhotoState.READY, PhotoState.DELETING);
    assertThat(catalog.looks()).isEqualTo(counts(0, 1));
    catalog.photos().erase(one.id());
    assertThat(catalog.looks()).isEqualTo(counts(0, 1));
    catalog.photos().erase(two.id());
    assertThat(catalog.looks()).isEqualTo(NONE);
  }

  @Test
  void whatIsRolledBackIsNotCounted() {
    try {
      catalog.serially(
          () -> {
            add(catalog, one, looking(one, 1, CHILD));
            throw new IllegalStateException();
          });
    } catch (IllegalStateException _) {
      assertThat(catalog.looks()).isEqualTo(NONE);
    }
  }
}
