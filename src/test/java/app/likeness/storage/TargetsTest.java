package app.likeness.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.storage.s3.Dialect;
import app.likeness.storage.s3.S3Description;
import app.likeness.storage.s3.S3ObjectStore;
import app.likeness.storage.s3.S3Server;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Two S3 servers as one store; it does all that each of them does.
class TargetsTest extends ObjectStoreContract {
  private final Map<String, String> rows = new ConcurrentHashMap<>();
  private final List<String> notices = new ArrayList<>();
  private Instant now = Instant.now();
  private S3Server east;
  private S3Server west;
  private Targets targets;

  @BeforeEach
  void open() throws Exception {
    east = new S3Server(temp.resolve("east"), List.of("east"));
    west = new S3Server(temp.resolve("west"), List.of("west"));
    targets =
        new Targets(
            List.of(target("east", east), target("west", west)),
            key -> Optional.ofNullable(rows.get(key)),
            notices::add,
            () -> now);
  }

  @AfterEach
  void close() {
    targets.close();
    east.close();
    west.close();
  }

  @Override
  protected ObjectStore store() {
    return targets;
  }

  @Test
  void theNearestComesFirst() {
    List<Distance> near = targets.distances();
    assertThat(near).allMatch(Distance::answers).extracting(Distance::latency).isSorted();
    assertThat(targets.bucket(KEY)).isEqualTo(near.getFirst().target().bucket());
  }

  @Test
  void aPinnedTargetIsUsedHoweverFar() {
    for (String name : List.of("west", "east", "west")) {
      targets.pin(name);
      assertThat(targets.bucket(KEY)).isEqualTo(name);
    }
    assertThatThrownBy(() -> targets.pin("north")).isInstanceOf(GalleryException.NotFound.class);
    assertThat(notices).isEmpty();
  }

  @Test
  void aPhotoIsReadWhereItLies() throws Exception {
    targets.pin("west");
    byte[] content = Samples.bytes(1_000, 1);
    send(targets.put(Samples.object(KEY, content)), content);
    rows.put(KEY, "west");
    targets.pin("east");
    assertThat(targets.bucket(KEY)).isEqualTo("west");
    assertThat(read(KEY)).isEqualTo(content);
    assertThat(targets.view(KEY).orElseThrow().url().getPort())
        .isEqualTo(west.endpoint().getPort());
  }

  @Test
  void aPhotoThatTheCatalogueDoesNotKnowIsLookedFor() throws Exception {
    targets.pin("west");
    targets.write(KEY, "image/jpeg", Samples.bytes(10, 1));
    targets.pin("east");
    assertThat(read(KEY)).isEqualTo(Samples.bytes(10, 1));
    assertThat(targets.size(KEY)).contains(10L);
    targets.delete(List.of(KEY));
    assertThat(targets.size(KEY)).isEmpty();
  }

  @Test
  void aTargetThatDoesNotAnswerGetsNoNewPhotosAndThatIsSaidOnce() throws Exception {
    targets.pin("west");
    targets.put(Samples.object(KEY, new byte[1]));
    rows.put(KEY, "west");
    west.close();
    now = now.plus(Duration.ofSeconds(30));
    assertThat(targets.bucket(KEY)).isEqualTo("east");
    assertThat(targets.bucket("photos-raw/2026/other.jpg")).isEqualTo("east");
    assertThat(notices)
        .containsExactly("west does not answer; new photos go to east meanwhile.");
    rows.put(KEY, "east");
    byte[] content = Samples.bytes(1_000, 1);
    send(targets.put(Samples.object(KEY, content)), content);
    assertThat(read(KEY)).isEqualTo(content);
  }

  @Test
  void distancesAreMeasuredAnewWhenTheyAreOld() throws Exception {
    assertThat(targets.distances()).allMatch(Distance::answers);
    west.close();
    assertThat(targets.distances()).allMatch(Distance::answers);
    now = now.plus(Duration.ofMinutes(11));
    assertThat(targets.distances().getLast().answers()).isFalse();
  }

  @Test
  void whenNoneAnswersThatIsSaid() throws Exception {
    east.close();
    west.close();
    assertThatThrownBy(() -> targets.bucket(KEY))
        .isInstanceOf(GalleryException.Unavailable.class)
        .hasMessageContaining("None of your stores answers");
  }

  @Test
  void twoTargetsWithOneBucketAreRefused() {
    List<Target> same = List.of(target("east", east), new Target("again", target("east", east).store()));
    assertThatThrownBy(() -> new Targets(same, _ -> Optional.empty(), notices::add, Instant::now))
        .isInstanceOf(GalleryException.Unsupported.class);
  }

  private static Target target(String name, S3Server server) {
    S3Description description =
        S3Description.at(server.endpoint(), "us-east-1", Dialect.S3PROXY, name);
    return new Target(
        name, new S3ObjectStore(description, StaticCredentialsProvider.create(S3Server.KEYS)));
  }
}
