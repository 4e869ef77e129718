package app.likeness.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.storage.NewObject;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.ObjectStoreContract;
import app.likeness.storage.RawHttp;
import app.likeness.storage.Samples;
import app.likeness.storage.UploadTicket;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// What an S3 store must do on any server, beside what every store must.
abstract class S3StoreContract extends ObjectStoreContract {
  static final String RAW = "photos";
  static final String THUMBS = "thumbs";
  static final byte[] PHOTO = Samples.bytes(2_000, 1);
  static final NewObject OBJECT = Samples.object(KEY, PHOTO);

  private S3ObjectStore store;

  /// The server, with two buckets, [#RAW] and [#THUMBS], both empty.
  abstract URI endpoint();

  abstract AwsCredentials keys();

  abstract Dialect dialect();

  @BeforeEach
  void open() {
    store = with(keys(), Duration.ZERO);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected ObjectStore store() {
    return store;
  }

  S3Description description() {
    Map<String, String> buckets = new LinkedHashMap<>();
    buckets.put("", RAW);
    buckets.put(ObjectKeys.THUMBS, THUMBS);
    buckets.put(ObjectKeys.FACES, THUMBS);
    return new S3Description(
        endpoint(),
        "us-east-1",
        dialect(),
        new Encryption.AsTheBucket(),
        new LinkedHashMap<>(buckets));
  }

  /// @param ago how long ago the signer thinks it is, until the server tells
  S3ObjectStore with(AwsCredentials keys, Duration ago) {
    return new S3ObjectStore(
        description(), StaticCredentialsProvider.create(keys), new ServerClock(() -> Instant.now().minus(ago)));
  }

  @Test
  void eachKeyLiesInTheBucketOfItsBeginning() {
    assertThat(store.bucket(KEY)).isEqualTo(RAW);
    assertThat(store.bucket("faces-thumbs/p1/a_face_1.jpg")).isEqualTo(THUMBS);
    store.write("faces-thumbs/p1/a_face_1.jpg", "image/jpeg", new byte[3]);
    List<String> raw = new ArrayList<>();
    List<String> faces = new ArrayList<>();
    store.keys(ObjectKeys.RAW, raw::add);
    store.keys(ObjectKeys.FACES, faces::add);
    assertThat(raw).isEmpty();
    assertThat(faces).containsExactly("faces-thumbs/p1/a_face_1.jpg");
  }

  @Test
  void namesThatOthersGaveAreReadAsTheyAre() throws Exception {
    for (String name : List.of("My photo (1)+2.jpg", "Übung & 'mehr'.jpg", "50%25 a=b,c;d.jpg", "写真~.JPG")) {
      String key = ObjectKeys.RAW + name;
      byte[] content = name.getBytes(UTF_8);
      store.write(key, "image/jpeg", content);
      assertThat(read(key)).isEqualTo(content);
      assertThat(get(store.view(key).orElseThrow(), "bytes=0-").body()).isEqualTo(content);
      send(store.put(Samples.object(key + "2", content)), content);
      assertThat(read(key + "2")).isEqualTo(content);
    }
  }

  @Test
  void moreThanAThousandAreListedAndDeleted() {
    List<String> keys =
        IntStream.range(0, 1_003).mapToObj(i -> ObjectKeys.THUMBS + i + "_256.jpg").toList();
    keys.parallelStream().forEach(key -> store.write(key, "image/jpeg", new byte[1]));
    assertThat(listed(ObjectKeys.THUMBS)).hasSize(1_003);
    store.delete(keys);
    assertThat(listed(ObjectKeys.THUMBS)).isEmpty();
  }

  @Test
  void aSignerWhoseComputersClockIsWrongLearnsTheServersTime() throws Exception {
    try (S3ObjectStore late = with(keys(), Duration.ofHours(5))) {
      late.check();
      UploadTicket.Put put = late.put(OBJECT);
      assertThat(put(put.url(), put.headers())).isEqualTo(200);
      assertThat(put.expires()).isAfter(Instant.now());
    }
  }

  @Test
  void aWrongSecretIsRefused() {
    try (S3ObjectStore other =
        with(AwsBasicCredentials.create(keys().accessKeyId(), "guessed"), Duration.ZERO)) {
      assertThatThrownBy(other::check).isInstanceOf(GalleryException.Denied.class);
      assertThatThrownBy(() -> other.size(KEY)).isInstanceOf(GalleryException.Denied.class);
      assertThatThrownBy(() -> other.write(KEY, "image/jpeg", PHOTO))
          .isInstanceOf(GalleryException.Denied.class);
    }
  }

  @Test
  void aMissingBucketIsSaid() {
    S3Description none = S3Description.at(endpoint(), "us-east-1", dialect(), "nowhere");
    try (S3ObjectStore other =
        new S3ObjectStore(none, StaticCredentialsProvider.create(keys()))) {
      assertThatThrownBy(other::check)
          .isInstanceOf(GalleryException.NotFound.class)
          .hasMessageContaining("no bucket nowhere");
      assertThatThrownBy(() -> other.write(KEY, "image/jpeg", PHOTO))
          .isInstanceOf(GalleryException.NotFound.class);
    }
  }

  @Test
  void whatIsReadInPartIsLetGo() throws Exception {
    store.write(KEY, "image/jpeg", Samples.bytes(3 << 20, 9));
    for (int i = 0; i < 20; i++) {
      try (InputStream in = store.open(KEY)) {
        assertThat(in.readNBytes(10)).hasSize(10);
      }
    }
    assertThat(read(KEY)).hasSize(3 << 20);
  }

  List<String> listed(String prefix) {
    List<String> keys = new ArrayList<>();
    store.keys(prefix, keys::add);
    return keys;
  }

  static int put(URI url, Map<String, String> headers) throws Exception {
    return RawHttp.send("PUT", url, headers, PHOTO);
  }
}
