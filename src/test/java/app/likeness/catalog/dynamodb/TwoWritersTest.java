package app.likeness.catalog.dynamodb;

import static app.likeness.catalog.Samples.add;
import static app.likeness.catalog.Samples.face;
import static app.likeness.catalog.Samples.photo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.Projected;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Two processes write to one gallery.
@ExtendWith(Dynalite.Running.class)
class TwoWritersTest {
  private static final PersonId ANN = new PersonId("ann");
  private static final int EACH = 8;

  private final Dynalite dynalite;
  private final TableNames names = Dynalite.fresh();

  TwoWritersTest(Dynalite dynalite) {
    this.dynalite = dynalite;
    dynalite.create(names);
  }

  @Test
  void takeTurnsAndLoseNothingOfEachOther() throws Exception {
    try (DynamoCatalog one = dynalite.open(names);
        DynamoCatalog other = dynalite.open(names)) {
      List<Future<?>> all = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < EACH; i++) {
          int number = i;
          all.add(threads.submit(() -> bring(one, photo("one" + number, number))));
          all.add(threads.submit(() -> bring(other, photo("other" + number, number))));
        }
      }
      for (Future<?> each : all) {
        each.get();
      }
      assertThat(one.setting("count")).contains(Integer.toString(2 * EACH));
      assertThat(other.faces().since(0, 100))
          .hasSize(2 * EACH)
          .extracting(Proposal::serial)
          .doesNotHaveDuplicates();
      assertThat(one.people().find(ANN).orElseThrow().photoCount()).isEqualTo(2 * EACH);
      assertThat(Audit.of(one)).isEqualTo(Audit.of(other));
    }
  }

  private static void bring(DynamoCatalog catalog, Photo photo) {
    FaceId face = new FaceId(photo.id(), 1);
    catalog.serially(
        () -> {
          int count = catalog.setting("count").map(Integer::parseInt).orElse(0);
          catalog.setting("count", Integer.toString(count + 1));
          add(catalog, photo, face(photo, 1, 5));
          catalog.faces().propose(face, ANN, 1);
          catalog.people().apply(new Projected(Map.of(face, ANN), Map.of(), Set.of()));
          return true;
        });
  }

  /// Lets the lease be taken, and never renewed.
  private static final class NeverRenewing implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      if (context.request() instanceof UpdateItemRequest update
          && update.updateExpression().equals("SET #until = :until")) {
        throw SdkClientException.create("asleep");
      }
    }
  }

  @Test
  void whoSleptThroughTheEndOfTheLeaseWritesNothing() {
    Photo late = photo("late", 1);
    Photo early = photo("early", 2);
    try (DynamoCatalog sleepy = dynalite.open(names, new NeverRenewing());
        DynamoCatalog awake = dynalite.open(names)) {
      assertThatThrownBy(
              () ->
                  sleepy.serially(
                      () -> {
                        sleepy.photos().begin(late);
                        awake.photos().begin(early); // waits until the lease is over
                        return true;
                      }))
          .isInstanceOf(GalleryException.Unavailable.class)
          .hasMessageContaining("nothing was written");
      assertThat(awake.photos().find(late.id())).isEmpty();
      assertThat(sleepy.photos().find(early.id())).isPresent();
      sleepy.photos().begin(late);
      assertThat(awake.photos().find(late.id())).isPresent();
    }
  }

  @Test
  void whoWorksForLongKeepsTheLease() throws Exception {
    try (DynamoCatalog slow = dynalite.open(names);
        DynamoCatalog other = dynalite.open(names)) {
      Thread thread =
          slow.serially(
              () -> {
                slow.setting("who", "slow");
                Thread waiting =
                    Thread.startVirtualThread(
                        () ->
                            other.serially(
                                () -> {
                                  String who = other.setting("who").orElse("nobody");
                                  other.setting("who", who + ", other");
                                  return true;
                                }));
                sleep();
                assertThat(other.setting("who")).isEmpty();
                return waiting;
              });
      thread.join();
      assertThat(other.setting("who")).contains("slow, other");
    }
  }

  /// For longer than a lease of these tests lasts without being renewed.
  private static void sleep() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
