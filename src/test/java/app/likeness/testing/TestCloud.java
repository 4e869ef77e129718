package app.likeness.testing;

import app.likeness.app.Backends;
import app.likeness.catalog.dynamodb.DynamoAccess;
import app.likeness.catalog.dynamodb.TableNames;
import app.likeness.cli.Where;
import app.likeness.gallery.Workspace;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.s3.Dialect;
import app.likeness.storage.s3.Encryption;
import app.likeness.storage.s3.S3Description;
import app.likeness.storage.s3.S3ObjectStore;
import app.likeness.storage.s3.S3Server;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// A cloud on the loopback: a plain S3 server and tables of dynalite, and the desktops that use it.
public final class TestCloud implements AutoCloseable {
  public static final String RAW = "photos";
  public static final String THUMBS = "photos-thumbs";

  private static final String KEY = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";

  private final S3Server server;
  private final URI store;
  private final URI database;
  private final TableNames tables;

  /// @param folder of the S3 server
  /// @param buckets that there are already
  public TestCloud(Path folder, List<String> buckets, DynamoAccess access, TableNames tables) {
    try {
      server = new S3Server(folder, buckets);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    store = server.endpoint();
    database = Objects.requireNonNull(access.endpoint());
    this.tables = tables;
    signIn(S3Server.KEYS.secretAccessKey());
  }

  /// Changes what AWS's default chain finds.
  public void signIn(String secret) {
    System.setProperty(KEY, S3Server.KEYS.accessKeyId());
    System.setProperty(SECRET, secret);
  }

  public URI store() {
    return store;
  }

  /// What lies in the buckets, past any gallery.
  public ObjectStore objects() {
    SequencedMap<String, String> buckets = new LinkedHashMap<>();
    buckets.put(ObjectKeys.RAW, RAW);
    buckets.put("", THUMBS);
    S3Description description =
        new S3Description(
            store(), "eu-central-1", Dialect.S3PROXY, new Encryption.AsTheBucket(), buckets);
    return new S3ObjectStore(description, StaticCredentialsProvider.create(S3Server.KEYS));
  }

  public URI database() {
    return database;
  }

  /// Where a desktop keeps what is its own, and nothing else.
  public static Map<String, String> home(Path data) {
    return Map.of(
        "XDG_DATA_HOME", data.toString(),
        "XDG_CONFIG_HOME", data.resolve("config").toString(),
        "LOCALAPPDATA", data.toString(),
        "APPDATA", data.resolve("config").toString());
  }

  /// What a desktop finds in its environment.
  public Map<String, String> environment(Path data) {
    Map<String, String> all = new HashMap<>(home(data));
    all.put("AWS_REGION", "eu-central-1");
    all.put("RAW_BUCKET", RAW);
    all.put("THUMBS_BUCKET", THUMBS);
    all.put("PHOTOS_TABLE", tables.photos());
    all.put("PERSONS_TABLE", tables.persons());
    all.put("OCCURRENCES_TABLE", tables.occurrences());
    all.put("FACES_TABLE", tables.faces());
    all.put("DECISIONS_TABLE", tables.decisions());
    all.put("S3_DIALECT", "s3proxy");
    all.put("AWS_ENDPOINT_URL_S3", store().toString());
    all.put("AWS_ENDPOINT_URL_DYNAMODB", database.toString());
    return all;
  }

  /// What a desktop may have noted about this cloud.
  public String noted(String rawBucket) {
    return """
        {
          "region": "eu-central-1",
          "stores": [{
            "name": "mine", "region": "eu-central-1", "endpoint": "%s", "dialect": "s3proxy",
            "rawBucket": "%s", "thumbsBucket": "%s"
          }],
          "tables": {
            "photos": "%s", "persons": "%s", "occurrences": "%s", "faces": "%s",
            "decisions": "%s", "endpoint": "%s"
          },
          "recognition": {"by": "onnx", "collection": "likeness"},
          "viewSeconds": 600
        }
        """
        .formatted(
            store, rawBucket, THUMBS, tables.photos(), tables.persons(), tables.occurrences(),
            tables.faces(), tables.decisions(), database);
  }

  /// The gallery as one desktop opens it.
  ///
  /// @param data where that desktop keeps what is on its way
  public Workspace desktop(Path data) {
    return new Backends(environment(data)).workspace(new Where.Cloud(Where.Cloud.USUAL));
  }

  /// As if the network were gone.
  public void stop() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
    System.clearProperty(KEY);
    System.clearProperty(SECRET);
  }
}
