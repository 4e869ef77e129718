package app.likeness.catalog.dynamodb;

import static app.likeness.catalog.Samples.NOW;
import static app.likeness.catalog.Samples.face;
import static app.likeness.catalog.Samples.photo;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Projected;
import app.likeness.catalog.Projected.Told;
import app.likeness.catalog.Samples;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// A writer dies at each of its writes in turn; whoever opens the gallery then finds all of the unit
/// of work or nothing of it, and every count as it is from scratch.
@ExtendWith(Dynalite.Running.class)
class CrashTest {
  private static final PersonId ANN = new PersonId("ann");
  private static final PersonId BEN = new PersonId("ben");
  /// Of those who die; on a busy machine it may end under them, which is one more way to fail.
  private static final Duration LEASE = Duration.ofMillis(100);

  private final Dynalite dynalite;

  CrashTest(Dynalite dynalite) {
    this.dynalite = dynalite;
  }

  /// Nothing reaches the server any more from the n-th write on.
  private static final class Dying implements ExecutionInterceptor {
    private final int last;
    private final AtomicInteger writes = new AtomicInteger();

    Dying(int last) {
      this.last = last;
    }

    boolean dead() {
      return writes.get() >= last;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      boolean write =
          switch (context.request()) {
            case PutItemRequest _, DeleteItemRequest _, UpdateItemRequest _ -> true;
            default -> false;
          };
      if (write ? writes.incrementAndGet() >= last : dead()) {
        throw SdkClientException.create("dead");
      }
    }
  }

  /// Ann gets a photo with two faces, Ben one more face; an old photo of both goes; Ben is named.
  private static void work(Catalog catalog, int run) {
    Photo photo = photo("photo" + run, run);
    FaceId first = new FaceId(photo.id(), 1);
    FaceId second = new FaceId(photo.id(), 2);
    FaceId third = new FaceId(photo.id(), 3);
    catalog.serially(
        () -> {
          Samples.add(catalog, photo, face(photo, 1, 5 + run), face(photo, 2, 4), face(photo, 3, 6));
          catalog.faces().propose(first, ANN, .9);
          catalog.faces().propose(third, BEN, .8);
          catalog.log().append(
              new Act(
                  catalog.log().before(0, 1).stream().mapToLong(Act::seq).sum() + 1,
                  NOW,
                  List.of(
                      new Decision.Confirm(second, ANN), new Decision.Name(BEN, "Ben " + run))));
          catalog.people().apply(
              new Projected(
                  Map.of(first, ANN, second, ANN, third, BEN),
                  Map.of(BEN, run % 2 == 0 ? BEN : ANN),
                  Set.of(new Told(BEN, "Ben " + run, false))));
          catalog.photos().erase(photo("photo" + (run - 1), 0).id());
          catalog.setting("run", Integer.toString(run));
          return true;
        });
  }

  @Test
  void leavesAllOfAUnitOfWorkOrNothingWhereverItDies() {
    TableNames names = Dynalite.fresh();
    dynalite.create(names);
    Audit before = start(names);
    Set<String> outcomes = new HashSet<>();
    boolean died;
    int writes = 0;
    do {
      writes++;
      int run = before.acts().size();
      died = !attempt(names, new Dying(writes), run);
      reopenAndDie(names, writes);
      try (DynamoCatalog catalog = dynalite.open(names)) {
        Audit after = Audit.of(catalog);
        if (catalog.setting("run").equals(Optional.of(Integer.toString(run)))) {
          assertThat(after.photos()).as("write %d", writes).hasSize(2);
          assertThat(after.faces()).as("write %d", writes).hasSize(6);
          assertThat(after.acts()).as("write %d", writes).hasSize(before.acts().size() + 1);
          outcomes.add(died ? "all though it died" : "all");
          before = after;
        } else {
          assertThat(after).as("write %d", writes).isEqualTo(before);
          outcomes.add("nothing");
        }
      }
    } while (died);
    assertThat(outcomes).containsExactlyInAnyOrder("all", "all though it died", "nothing");
    assertThat(writes).isGreaterThan(20);
  }

  /// One photo stays throughout; the other goes with the next run.
  private Audit start(TableNames names) {
    try (DynamoCatalog catalog = dynalite.open(names)) {
      work(catalog, 100);
      work(catalog, 1);
      return Audit.of(catalog);
    }
  }

  /// Answers whether it came to its end.
  private boolean attempt(TableNames names, Dying dying, int run) {
    try (DynamoCatalog catalog = dynalite.open(names, LEASE, dying)) {
      work(catalog, run);
      return !dying.dead();
    } catch (GalleryException.Unavailable _) {
      return false;
    }
  }

  /// The next one dies as well, while it completes what the first had decided on.
  private void reopenAndDie(TableNames names, int writes) {
    try (DynamoCatalog catalog = dynalite.open(names, LEASE, new Dying(1 + writes % 5))) {
      assertThat(catalog).isNotNull();
    } catch (GalleryException.Unavailable _) {
      // as it should
    }
  }
}
