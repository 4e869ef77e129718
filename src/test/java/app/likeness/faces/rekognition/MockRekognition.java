package app.likeness.faces.rekognition;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// A server on the loopback that answers as Amazon Rekognition does, call by call.
public final class MockRekognition implements AutoCloseable {
  public static final String COLLECTION = "likeness-test";
  private static final String TARGET = "X-Amz-Target";
  private static final String SERVICE = "RekognitionService.";

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

  public MockRekognition() {
    server.start();
  }

  public RekognitionAccess access() {
    return new RekognitionAccess(
        Region.EU_WEST_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret-of-test")),
        URI.create(server.baseUrl()),
        COLLECTION);
  }

  WireMockServer server() {
    return server;
  }

  static MappingBuilder call(String operation) {
    return post(urlEqualTo("/")).withHeader(TARGET, equalTo(SERVICE + operation));
  }

  static ResponseDefinitionBuilder ok(String json) {
    return aResponse().withHeader("Content-Type", "application/x-amz-json-1.1").withBody(json);
  }

  static ResponseDefinitionBuilder error(int status, String type) {
    return ok("{\"__type\":\"" + type + "\",\"Message\":\"as the service says\"}").withStatus(status);
  }

  /// Answers an operation, whatever it says.
  public void answer(String operation, String json) {
    server.stubFor(call(operation).willReturn(ok(json)));
  }

  /// Answers an operation so late that something happens before.
  public void answerLate(String operation, String json) {
    server.stubFor(call(operation).willReturn(ok(json).withFixedDelay(60_000)));
  }

  void refuse(String operation, int status, String type) {
    server.stubFor(call(operation).willReturn(error(status, type)));
  }

  public List<LoggedRequest> calls(String operation) {
    return server.findAll(
        postRequestedFor(urlEqualTo("/")).withHeader(TARGET, equalTo(SERVICE + operation)));
  }

  public List<LoggedRequest> calls() {
    return server.findAll(postRequestedFor(urlEqualTo("/")));
  }

  @Override
  public void close() {
    server.stop();
  }
}
