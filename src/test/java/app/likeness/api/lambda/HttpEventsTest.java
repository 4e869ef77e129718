package app.likeness.api.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.api.ApiRequest;
import app.likeness.api.ApiResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpEventsTest {
  private final List<ApiRequest> requests = new ArrayList<>();
  private String body = "";

  private JsonNode handle(String event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HttpEvents(this::answer)
        .handle(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out);
    return new JsonMapper().readTree(out.toByteArray());
  }

  private ApiResponse answer(ApiRequest request) {
    requests.add(request);
    try {
      body = new String(request.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ApiResponse.json(202, Map.of("name", "Ünal"));
  }

  @Test
  void theSecondFormIsUnderstood() {
    JsonNode answer = handle("""
        {
          "version": "2.0",
          "routeKey": "$default",
          "rawPath": "/prod/persons/a-1/photos",
          "rawQueryString": "limit=5&cursor=x%3D",
          "headers": {"authorization": "Bearer t", "content-type": "application/json"},
          "queryStringParameters": {"limit": "5", "cursor": "x="},
          "requestContext": {
            "http": {"method": "POST", "path": "/prod/persons/a-1/photos", "sourceIp": "192.0.2.1"},
            "stage": "prod"
          },
          "body": "eyJrIjoxfQ==",
          "isBase64Encoded": true
        }""");

    ApiRequest request = requests.getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/persons/a-1/photos");
    assertThat(request.query()).containsEntry("limit", "5").containsEntry("cursor", "x=");
    assertThat(request.headers()).containsEntry("authorization", "Bearer t");
    assertThat(request.caller()).isEqualTo("192.0.2.1");
    assertThat(body).isEqualTo("{\"k\":1}");
    assertThat(answer.get("statusCode").asInt()).isEqualTo(202);
    assertThat(answer.at("/headers/Content-Type").asString()).isEqualTo("application/json");
    assertThat(answer.get("body").asString()).isEqualTo("{\"name\":\"Ünal\"}");
  }

  @Test
  void theFirstFormIsUnderstood() {
    handle("""
        {
          "version": "1.0",
          "resource": "/{proxy+}",
          "path": "/persons",
          "httpMethod": "GET",
          "headers": {"Authorization": "Bearer t"},
          "queryStringParameters": null,
          "requestContext": {
            "stage": "$default", "httpMethod": "GET", "identity": {"sourceIp": "192.0.2.2"}
          },
          "body": null,
          "isBase64Encoded": false
        }""");

    ApiRequest request = requests.getFirst();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo("/persons");
    assertThat(request.headers()).containsEntry("authorization", "Bearer t");
    assertThat(request.caller()).isEqualTo("192.0.2.2");
    assertThat(body).isEmpty();
  }

  @Test
  void whatIsNoRequestIsRefused() {
    assertThatThrownBy(() -> handle("{\"Records\":[]}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
