package app.likeness.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.dynamodb.Dynalite;
import app.likeness.catalog.dynamodb.TableNames;
import app.likeness.cli.Where;
import app.likeness.faces.rekognition.MockRekognition;
import app.likeness.gallery.Begun;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.NewPhoto;
import app.likeness.gallery.Workspace;
import app.likeness.model.Person;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.model.PictureType;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.s3.S3Server;
import app.likeness.testing.Samples;
import app.likeness.testing.TestCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The functions as they are packed, run by AWS's own client against a Runtime API, an S3 server,
/// DynamoDB's language and answers like Rekognition's; `mvn -Paws test` packs and runs them.
@Tag("aws")
@ExtendWith(Dynalite.Running.class)
abstract class LambdaFixture {
  static final String NONE_FAILED = "{\"batchItemFailures\":[]}";
  static final String DETECTED =
      """
      {"FaceDetails": [{
        "BoundingBox": {"Left": 0.3, "Top": 0.2, "Width": 0.3, "Height": 0.4},
        "AgeRange": {"Low": 23, "High": 31},
        "Smile": {"Value": true, "Confidence": 97.5},
        "Emotions": [{"Type": "HAPPY", "Confidence": 95.0}],
        "Quality": {"Brightness": 70.0, "Sharpness": 80.0},
        "Confidence": 99.5}]}""";

  @TempDir static Path code;
  static List<String> packed = List.of();

  final TableNames tables = Dynalite.fresh();
  final MockRekognition rekognition = new MockRekognition();
  final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path folder;
  Dynalite dynalite;
  private TestCloud cloud;
  RuntimeApi runtime;
  private Workspace.Opened desktop;

  @BeforeAll
  static void unpack() throws IOException {
    packed = LambdaContainer.unpack(code);
  }

  @BeforeEach
  void open(Dynalite running) throws IOException {
    dynalite = running;
    dynalite.create(tables);
    cloud =
        new TestCloud(
            folder.resolve("s3"), List.of(TestCloud.RAW, TestCloud.THUMBS), dynalite.access(), tables);
    runtime = new RuntimeApi();
    rekognition.answer("DescribeCollection", "{}");
    rekognition.answer("DetectFaces", DETECTED);
    rekognition.answer("ListUsers", "{\"Users\": []}");
    rekognition.answer("ListFaces", "{\"Faces\": []}");
    rekognition.answer("DeleteFaces", "{}");
    rekognition.answer("CreateUser", "{}");
    rekognition.answer("AssociateFaces", "{}");
    rekognition.answer("SearchFaces", "{\"FaceMatches\": []}");
    rekognition.answer("SearchUsers", "{\"UserMatches\": []}");
    indexedAs("service-name-1");
    desktop = new Backends(environment()).workspace(new Where.Cloud(Where.Cloud.USUAL)).write();
  }

  @AfterEach
  void close() {
    desktop.close();
    runtime.close();
    cloud.close();
    rekognition.close();
  }

  void indexedAs(String name) {
    rekognition.answer(
        "IndexFaces", "{\"FaceRecords\": [{\"Face\": {\"FaceId\": \"%s\"}}]}".formatted(name));
  }

  Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(cloud.environment(folder.resolve("desktop")));
    all.put("COLLECTION", MockRekognition.COLLECTION);
    all.put("AWS_ENDPOINT_URL_REKOGNITION", String.valueOf(rekognition.access().endpoint()));
    all.put("AWS_ACCESS_KEY_ID", S3Server.KEYS.accessKeyId());
    all.put("AWS_SECRET_ACCESS_KEY", S3Server.KEYS.secretAccessKey());
    all.put("JAVA_TOOL_OPTIONS", "--enable-native-access=ALL-UNNAMED");
    return all;
  }

  LambdaContainer recognition() throws IOException {
    return LambdaContainer.start(code, LambdaRecognition.class, runtime, environment());
  }

  Gallery gallery() {
    return desktop.gallery();
  }

  /// Announces a photo on the desktop and sends it, as far as S3's event.
  Photo sent(byte[] content, String name) throws Exception {
    String hash =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    LocalDateTime now = LocalDateTime.of(2026, 11, 21, 10, 0);
    NewPhoto photo = new NewPhoto(name, PictureType.JPEG, content.length, hash, now);
    if (gallery().uploads().begin(photo)
        instanceof Begun.Send(PhotoId id, UploadTicket.Put(URI url, Map<String, String> headers, _))) {
      HttpRequest.Builder put =
          HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofByteArray(content));
      headers.forEach(
          (header, value) -> {
            if (!header.equalsIgnoreCase("host") && !header.equalsIgnoreCase("content-length")) {
              put.header(header, value);
            }
          });
      assertThat(client.send(put.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      return gallery().photos().photo(id).orElseThrow();
    }
    throw new AssertionError("No ticket");
  }

  Photo sent(int sample) throws Exception {
    return sent(Files.readAllBytes(Samples.photo(sample)), "My holiday (ü) " + sample + ".jpg");
  }

  static String arrival(Photo photo) {
    return AwsEvents.arrivals(TestCloud.RAW, photo.original().key());
  }

  void isWholeOnce(PhotoId id) {
    Photo photo = gallery().photos().photo(id).orElseThrow();
    assertThat(photo.state()).isEqualTo(PhotoState.READY);
    assertThat(gallery().photos().faces(id)).hasSize(1);
    List<Person> people = gallery().people().list(PeopleQuery.ALL, null, 10).items();
    assertThat(people).extracting(Person::photoCount).containsExactly(1);
    assertThat(gallery().totals().photos()).isEqualTo(1);
  }

  static JsonNode json(String text) {
    return new JsonMapper().readTree(text);
  }
}
