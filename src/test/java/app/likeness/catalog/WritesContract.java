package app.likeness.catalog;

import static app.likeness.catalog.Samples.NOW;
import static app.likeness.catalog.Samples.add;
import static app.likeness.catalog.Samples.face;
import static app.likeness.catalog.Samples.photo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.Projected.Told;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException.Conflict;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every catalogue does with its writes: their order, the decision log, what has changed.
public abstract class WritesContract extends CatalogContract {
  private static final PersonId ANN = new PersonId("ann");
  private static final PersonId BEN = new PersonId("ben");

  private final Photo one = photo("one", 1);
  private final FaceId first = new FaceId(one.id(), 1);
  private final FaceId other = new FaceId(photo("two", 2).id(), 7);

  private static Act act(long seq, Decision... decisions) {
    return new Act(seq, NOW.plusSeconds(seq), List.of(decisions));
  }

  @Test
  void keepsEveryKindOfDecision() {
    Act all =
        act(
            1,
            new Decision.Confirm(first, ANN),
            new Decision.Reject(first, Set.of(ANN, BEN)),
            new Decision.Same(ANN, BEN),
            new Decision.Name(ANN, "Änn \"A\"\n'"),
            new Decision.Hide(ANN, true),
            new Decision.Hide(ANN, false),
            new Decision.Undo(1));
    catalog.log().append(all);
    assertThat(catalog.log().after(0, 10)).containsExactly(all);
  }

  @Test
  void readsActsFromBothEnds() {
    for (int seq = 1; seq <= 5; seq++) {
      catalog.log().append(act(seq, new Decision.Name(ANN, "Ann " + seq)));
    }
    assertThat(catalog.log().after(2, 2)).extracting(Act::seq).containsExactly(3L, 4L);
    assertThat(catalog.log().before(0, 2)).extracting(Act::seq).containsExactly(5L, 4L);
    assertThat(catalog.log().before(4, 9)).extracting(Act::seq).containsExactly(3L, 2L, 1L);
  }

  @Test
  void refusesAnActThatIsNotTheNext() {
    catalog.log().append(act(1, new Decision.Name(ANN, "Ann")));
    assertThatThrownBy(() -> catalog.log().append(act(1))).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> catalog.log().append(act(3))).isInstanceOf(Conflict.class);
    assertThat(catalog.log().after(0, 9)).hasSize(1);
  }

  @Test
  void anErasureStrikesItsFacesFromTheLogAndLeavesEachActItsNumber() {
    add(catalog, one, face(one, 1, 5));
    Decision stays = new Decision.Confirm(other, ANN);
    catalog.log().append(act(1, new Decision.Confirm(first, ANN)));
    catalog.log().append(act(2, new Decision.Reject(first, Set.of(BEN)), stays));
    catalog.photos().erase(one.id());
    assertThat(catalog.log().after(0, 9)).containsExactly(act(1), act(2, stays));
  }

  @Test
  void allThatIsWrittenTogetherIsWrittenOrNothing() {
    assertThatThrownBy(
            () ->
                catalog.serially(
                    () -> {
                      catalog.photos().begin(one);
                      catalog.log().append(act(1, new Decision.Name(ANN, "Ann")));
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("on purpose");
    assertThat(catalog.photos().find(one.id())).isEmpty();
    assertThat(catalog.log().after(0, 9)).isEmpty();
  }

  @Test
  void readsInsideSeeWhatWasWrittenThereAndReadsOutsideDoNot() throws Exception {
    AtomicInteger outside = new AtomicInteger(-1);
    catalog.serially(
        () -> {
          catalog.photos().begin(one);
          assertThat(catalog.photos().find(one.id())).isPresent();
          Thread reader =
              Thread.startVirtualThread(
                  () -> outside.set(catalog.photos().find(one.id()).isPresent() ? 1 : 0));
          try {
            reader.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return null;
        });
    assertThat(outside).hasValue(0);
    assertThat(catalog.photos().find(one.id())).isPresent();
  }

  @Test
  void aPartThatFailsAndIsCaughtWritesNothingButLeavesTheRest() {
    catalog.serially(
        () -> {
          catalog.setting("outer", "1");
          try {
            catalog.serially(
                () -> {
                  catalog.setting("inner", "1");
                  throw new Conflict("on purpose");
                });
          } catch (Conflict e) {
            catalog.setting("caught", e.getMessage());
          }
          return null;
        });
    assertThat(catalog.setting("outer")).contains("1");
    assertThat(catalog.setting("inner")).isEmpty();
    assertThat(catalog.setting("caught")).contains("on purpose");
  }

  @Test
  void nobodyElseWritesMeanwhile() throws Exception {
    int workers = 50;
    Thread[] threads = new Thread[workers];
    catalog.setting("count", "0");
    for (int i = 0; i < workers; i++) {
      threads[i] =
          Thread.startVirtualThread(
              () ->
                  catalog.serially(
                      () -> {
                        int count = Integer.parseInt(catalog.setting("count").orElseThrow());
                        catalog.setting("count", Integer.toString(count + 1));
                        return null;
                      }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(catalog.setting("count")).contains("50");
  }

  @Test
  void tellsWhatHasChangedSinceACursor() {
    add(catalog, photo("before", 3));
    Changes start = catalog.changes(null);
    assertThat(start.isEmpty()).isTrue();
    assertThat(catalog.changes(start.next())).isEqualTo(start);
    add(catalog, one, face(one, 1, 5));
    catalog
        .people()
        .apply(new Projected(Map.of(first, ANN), Map.of(), Set.of(new Told(ANN, "Ann", false))));
    Changes changes = catalog.changes(start.next());
    assertThat(changes.photos()).containsExactly(one.id());
    assertThat(changes.persons()).containsExactly(ANN);
    assertThat(changes.all()).isFalse();
    assertThat(catalog.changes(changes.next()).isEmpty()).isTrue();
  }

  @Test
  void asksForEverythingToBeReadAgainAfterADeletion() {
    add(catalog, one);
    Changes before = catalog.changes(null);
    catalog.photos().erase(one.id());
    assertThat(catalog.changes(before.next()).all()).isTrue();
    assertThat(catalog.changes(before.next()).photos()).isEmpty();
  }

  @Test
  void asksForEverythingToBeReadAgainAfterVeryMuch() {
    Changes before = catalog.changes(null);
    catalog.serially(
        () -> {
          for (int i = 0; i < 1500; i++) {
            catalog.photos().begin(photo("p" + i, 0));
          }
          return null;
        });
    Changes much = catalog.changes(before.next());
    assertThat(much.all()).isTrue();
    catalog.photos().advance(photo("p7", 0).id(), PhotoState.PENDING, PhotoState.UPLOADED);
    assertThat(catalog.changes(much.next()).photos()).containsExactly(photo("p7", 0).id());
  }

  @Test
  void remembersSettings() {
    assertThat(catalog.setting("a")).isEmpty();
    catalog.setting("a", "1");
    catalog.setting("a", "2");
    assertThat(catalog.setting("a")).contains("2");
  }
}
