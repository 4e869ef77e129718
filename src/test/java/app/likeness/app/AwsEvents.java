package app.likeness.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Events in the forms that AWS documents, with everything in them that AWS sends.
final class AwsEvents {
  private static final JsonMapper MAPPER = new JsonMapper();

  private AwsEvents() {}

  /// A batch of the queue, a message for each object that has arrived.
  static String arrivals(String bucket, String... keys) {
    return Stream.of(keys)
        .map(key -> message("m-" + key, created(bucket, key)))
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }

  private static String message(String id, String body) {
    return """
        {
          "messageId": %s,
          "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
          "body": %s,
          "attributes": {
            "ApproximateReceiveCount": "1",
            "SentTimestamp": "1545082649183",
            "SenderId": "AIDAIENQZJOLO23YVJ4VO",
            "ApproximateFirstReceiveTimestamp": "1545082649185"
          },
          "messageAttributes": {},
          "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3",
          "eventSource": "aws:sqs",
          "eventSourceARN": "arn:aws:sqs:eu-central-1:123456789012:likeness-arrivals",
          "awsRegion": "eu-central-1"
        }"""
        .formatted(MAPPER.writeValueAsString(id), MAPPER.writeValueAsString(body));
  }

  private static String created(String bucket, String key) {
    return """
        {"Records": [{
          "eventVersion": "2.1",
          "eventSource": "aws:s3",
          "awsRegion": "eu-central-1",
          "eventTime": "2026-11-21T00:00:00.000Z",
          "eventName": "ObjectCreated:Put",
          "userIdentity": {"principalId": "AWS:AIDAINPONIXQXHT3IKHL2"},
          "requestParameters": {"sourceIPAddress": "205.255.255.255"},
          "responseElements": {"x-amz-request-id": "D82B88E5F771F645"},
          "s3": {
            "s3SchemaVersion": "1.0",
            "configurationId": "828aa6fc-f7b5-4305-8584-487c791949c1",
            "bucket": {
              "name": "%s",
              "ownerIdentity": {"principalId": "A3I5XTEXAMAI3E"},
              "arn": "arn:aws:s3:::%<s"
            },
            "object": {
              "key": "%s",
              "size": 1305107,
              "eTag": "b21b84d653bb07b05b1e6b33684dc11b",
              "sequencer": "0C0F6F405D6ED209E1"
            }
          }
        }]}"""
        .formatted(bucket, URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"));
  }

  /// A request to an HTTP API, payload format 2.0.
  static String request(String method, String path, String token, String body) {
    ObjectNode event = MAPPER.createObjectNode();
    event.put("version", "2.0").put("routeKey", "$default").put("rawPath", path);
    event.put("rawQueryString", "").put("body", body).put("isBase64Encoded", false);
    ObjectNode headers = event.putObject("headers");
    headers.put("content-type", "application/json").put("host", "a1.execute-api.example");
    if (!token.isEmpty()) {
      headers.put("authorization", "Bearer " + token);
    }
    ObjectNode context = event.putObject("requestContext");
    context.put("accountId", "123456789012").put("apiId", "a1").put("stage", "$default");
    context.put("requestId", "id").put("timeEpoch", 1_583_348_638_390L);
    context
        .putObject("http")
        .setAll(
            MAPPER.<ObjectNode>valueToTree(
                Map.of(
                    "method", method, "path", path, "protocol", "HTTP/1.1",
                    "sourceIp", "192.0.2.1", "userAgent", "agent")));
    return event.toString();
  }

  /// The same in payload format 1.0.
  static String oldRequest(String method, String path, String token) {
    return """
        {
          "version": "1.0",
          "resource": "/{proxy+}",
          "path": "%s",
          "httpMethod": "%s",
          "headers": {"Authorization": "Bearer %s", "Host": "a1.execute-api.example"},
          "multiValueHeaders": {"Authorization": ["Bearer %<s"]},
          "queryStringParameters": null,
          "multiValueQueryStringParameters": null,
          "pathParameters": {"proxy": "x"},
          "stageVariables": null,
          "requestContext": {
            "accountId": "123456789012", "stage": "$default", "httpMethod": "%2$s",
            "identity": {"sourceIp": "192.0.2.1", "userAgent": "agent"}
          },
          "body": null,
          "isBase64Encoded": false
        }"""
        .formatted(path, method, token);
  }
}
