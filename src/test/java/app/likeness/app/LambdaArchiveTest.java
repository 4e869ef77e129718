package app.likeness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.dynamodb.DynamoTokens;
import app.likeness.gallery.Tokens;
import app.likeness.model.Photo;
import app.likeness.model.Scope;
import app.likeness.storage.s3.S3Server;
import app.likeness.testing.Samples;
import app.likeness.testing.TestCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The archive as a whole: what is in it, how it starts, and the way of a photo through both functions.
class LambdaArchiveTest extends LambdaFixture {
  private static final long MOST_UNPACKED = 250L << 20;

  @Test
  void theArchiveHoldsNothingOfADesktop() throws IOException {
    assertThat(packed)
        .noneMatch(name -> name.matches(".*(javafx|atlantafx|sqlite-jdbc|onnxruntime|s3proxy|jetty|picocli).*"))
        .noneMatch(name -> name.matches("(models|app/likeness/(ui|cli|catalog/sqlite|faces/onnx))/.*"))
        .contains("app/likeness/app/LambdaApi.class");
    long unpacked = 0;
    for (String name : packed) {
      unpacked += Files.size(code.resolve(name));
    }
    assertThat(unpacked).isLessThan(MOST_UNPACKED);
    System.out.printf(
        "The archive has %.1f MB, unpacked %.1f MB%n",
        LambdaContainer.archived() / 1e6, unpacked / 1e6);
  }

  @Test
  void aFileSentByTicketBecomesAPersonThatTheApiShows() throws Exception {
    String secret = token();
    try (LambdaContainer api =
            LambdaContainer.start(code, LambdaApi.class, runtime, environment());
        RuntimeApi arrivals = new RuntimeApi();
        LambdaContainer recognition =
            LambdaContainer.start(code, LambdaRecognition.class, arrivals, environment())) {
      String event = AwsEvents.arrivals(TestCloud.RAW, send(secret, "My photo.jpg"));
      assertThat(arrivals.call(event)).isEqualTo(NONE_FAILED);

      JsonNode person = answered(AwsEvents.request("GET", "/persons", secret, null)).at("/persons/0");
      assertThat(person.get("photoCount").asInt()).isEqualTo(1);
      assertThat(status(person.get("repThumbURL").asString())).isEqualTo(200);
      String photos = "/persons/" + person.get("personId").asString() + "/photos";
      JsonNode photo = answered(AwsEvents.oldRequest("GET", photos, secret)).at("/photos/0");
      assertThat(status(photo.get("photoURL").asString())).isEqualTo(200);
      assertThat(api.log() + recognition.log())
          .doesNotContain(secret)
          .doesNotContain("X-Amz-Signature")
          .doesNotContain(S3Server.KEYS.secretAccessKey());
    }
  }

  private String token() {
    try (Tokens tokens = new Tokens(DynamoTokens.open(dynalite.access(), tables))) {
      return tokens.create(Scope.CONTRIBUTE).secret();
    }
  }

  /// Sends a photo by a ticket for what nobody has seen yet, and answers its key.
  private String send(String secret, String name) throws Exception {
    String body = "{\"fileName\":\"" + name + "\"}";
    JsonNode form = answered(AwsEvents.request("POST", "/v1/inbox", secret, body));
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(form.at("/ticket/url").asString()))
            .header("Content-Type", "image/*")
            .PUT(HttpRequest.BodyPublishers.ofFile(Samples.photo(1)))
            .build();
    assertThat(client.send(put, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    return form.get("key").asString();
  }

  @Test
  void whoShowsNoTokenIsNotLetIn() throws Exception {
    try (LambdaContainer _ =
        LambdaContainer.start(code, LambdaApi.class, runtime, environment())) {
      JsonNode none = json(runtime.call(AwsEvents.request("GET", "/persons", "", null)));
      JsonNode wrong = json(runtime.call(AwsEvents.request("GET", "/persons", "likeness_x", null)));
      assertThat(none.get("statusCode").asInt()).isEqualTo(401);
      assertThat(wrong.get("statusCode").asInt()).isEqualTo(401);
    }
  }

  private JsonNode answered(String request) {
    JsonNode answer = json(runtime.call(request));
    assertThat(answer.get("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
    return json(answer.get("body").asString());
  }

  private int status(String url) throws Exception {
    HttpRequest get = HttpRequest.newBuilder(URI.create(url)).build();
    return client.send(get, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
  }

  @Test
  void aContainerThatIsToBeCopiedOpensTheGalleryAnewAfterwards() throws Exception {
    Photo photo = sent(1);
    Map<String, String> snapshot = new HashMap<>(environment());
    snapshot.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    try (LambdaContainer container =
        LambdaContainer.start(code, LambdaRecognition.class, runtime, snapshot)) {
      assertThat(runtime.restored().join()).isTrue();
      assertThat(container.log()).contains("Opened to be copied");
      assertThat(runtime.call(arrival(photo))).isEqualTo(NONE_FAILED);
    }
    isWholeOnce(photo.id());
  }

  @Test
  void withoutTablesTheFunctionFailsInOneSentence() throws Exception {
    Map<String, String> wrong = new HashMap<>(environment());
    wrong.put("DECISIONS_TABLE", "nowhere");
    try (LambdaContainer _ =
        LambdaContainer.start(code, LambdaRecognition.class, runtime, wrong)) {
      assertThatThrownBy(() -> runtime.call(AwsEvents.arrivals(TestCloud.RAW, "photos-raw/x")))
          .hasMessageContaining("likeness cloud init");
    }
  }
}
