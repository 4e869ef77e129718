package app.likeness.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.sqlite.SqliteTokens;
import app.likeness.gallery.Tokens;
import app.likeness.gallery.Workspace;
import app.likeness.model.Scope;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What clients of the detection workshop ask, of a gallery with one real photo of three people.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectionRoutesTest {
  private Workspace.Session session;
  private Tokens tokens;
  private GalleryApi api;
  private Described described;
  private String secret;
  private String key;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    session = Galleries.open(folder);
    var row = Galleries.bring(session, List.of(Samples.photo(1))).getFirst();
    key = session.gallery().photos().photo(row.photo()).orElseThrow().original().key();
    tokens = new Tokens(SqliteTokens.open(folder.resolve("tokens.sqlite")));
    api = new GalleryApi(session.gallery(), tokens, ApiSettings.USUAL);
    described = new Described(api);
    secret = tokens.create(Scope.VIEW).secret();
  }

  @AfterAll
  void close() {
    api.close();
    tokens.close();
    session.close();
  }

  private ApiResponse post(String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return described.apply(
        new ApiRequest(
            "POST", path, Map.of(), Map.of("authorization", "Bearer " + secret),
            new ByteArrayInputStream(bytes), bytes.length, "test"));
  }

  private static JsonNode json(ApiResponse answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void tellsAllAboutAPhotosFacesInRekognitionsSpelling() {
    JsonNode faces = json(post("/detect", key)).get("FaceDetails");

    assertThat(faces.size()).isEqualTo(3);
    for (JsonNode face : faces) {
      assertThat(face.at("/BoundingBox/Width").asDouble()).isBetween(.02, .5);
      assertThat(face.at("/Confidence").asDouble()).isBetween(60., 100.);
      assertThat(face.at("/AgeRange/Low").asInt()).isLessThan(face.at("/AgeRange/High").asInt());
      assertThat(face.at("/Smile/Value").isBoolean()).isTrue();
      assertThat(face.at("/Emotions/0/Confidence").asDouble()).isBetween(50., 100.);
      assertThat(face.get("Mustache").isNull()).as("nothing here looks for it").isTrue();
    }
  }

  @Test
  void takesTheKeyAsAJsonStringToo() {
    assertThat(post("/detect", "\"" + key + "\"").body()).isEqualTo(post("/detect", key).body());
  }

  @Test
  void countsByAgeAndBySmile() {
    JsonNode ages = json(post("/charts", "age"));
    JsonNode smiles = json(post("/charts", "\"smile\""));

    assertThat(ages.size()).isEqualTo(6);
    assertThat(ages.valueStream().mapToInt(JsonNode::asInt).sum()).isEqualTo(3);
    assertThat(smiles.valueStream().mapToInt(JsonNode::asInt).boxed()).containsExactly(2, 1);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(post("/detect", "nothing.jpg").status()).isEqualTo(404);
    assertThat(post("/detect", "").status()).isEqualTo(404);
    assertThat(post("/detect", "\"half").status()).isEqualTo(400);
    assertThat(post("/charts", "hair").status()).isEqualTo(400);
  }
}
