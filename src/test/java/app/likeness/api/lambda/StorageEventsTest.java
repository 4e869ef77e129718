package app.likeness.api.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StorageEventsTest {
  private final List<String> arrived = new ArrayList<>();

  private String handle(String event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new StorageEvents(this::arrive)
        .handle(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private void arrive(String bucket, String key) {
    arrived.add(bucket + "/" + key);
    if (key.contains("broken")) {
      throw new IllegalStateException("The store does not answer.");
    }
  }

  private static String record(String key) {
    return """
        {
          "eventVersion": "2.1",
          "eventSource": "aws:s3",
          "awsRegion": "eu-central-1",
          "eventTime": "2026-11-21T00:00:00.000Z",
          "eventName": "ObjectCreated:Put",
          "s3": {
            "s3SchemaVersion": "1.0",
            "bucket": {"name": "raw", "arn": "arn:aws:s3:::raw"},
            "object": {"key": "%s", "size": 1024, "sequencer": "0A1B2C3D4E5F678901"}
          }
        }""".formatted(key);
  }

  private static String message(String id, String body) {
    return "{\"messageId\":\"%s\",\"eventSource\":\"aws:sqs\",\"body\":%s}"
        .formatted(id, new JsonMapper().writeValueAsString(body));
  }

  private static String records(String... all) {
    return "{\"Records\":[" + String.join(",", all) + "]}";
  }

  @Test
  void keysAreDecodedAsFormsAre() {
    handle(records(record("photos-raw/2026/my+trip+%C3%BC%2B1.jpg")));

    assertThat(arrived).containsExactly("raw/photos-raw/2026/my trip ü+1.jpg");
  }

  @Test
  void onlyTheMessagesThatFailedComeAgain() {
    String answer =
        handle(
            records(
                message("m1", records(record("a.jpg"))),
                message("m2", records(record("broken.jpg"))),
                message("m3", "not json"),
                message("m4", records(record("b.jpg")))));

    assertThat(arrived).containsExactly("raw/a.jpg", "raw/broken.jpg", "raw/b.jpg");
    assertThat(answer)
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"},{\"itemIdentifier\":\"m3\"}]}");
  }

  @Test
  void theQueuesTestAndRemovalsArePassedOver() {
    String answer =
        handle(
            records(
                message("m1", "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}"),
                record("gone.jpg").replace("ObjectCreated:Put", "ObjectRemoved:Delete")));

    assertThat(arrived).isEmpty();
    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void anEventWithoutAQueueFailsAsAWhole() {
    assertThatThrownBy(() -> handle(records(record("broken.jpg"))))
        .isInstanceOf(IllegalStateException.class);
  }
}
