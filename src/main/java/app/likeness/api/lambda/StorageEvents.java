package app.likeness.api.lambda;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Hands objects on that S3 tells have arrived, through a queue: what fails comes again by itself.
///
/// An event may come twice, late, or for an object that is gone; whoever is told must bear that.
///
/// @see <a
///     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">
///     the structure of S3's events</a>
/// @see <a
///     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting">
///     partial batch responses</a>
public final class StorageEvents {
  private static final Logger LOG = LoggerFactory.getLogger(StorageEvents.class);
  private static final JsonMapper MAPPER = new JsonMapper();

  private final BiConsumer<String, String> arrived;

  /// @param arrived told the bucket and the key of each object; throws what is to come again
  public StorageEvents(BiConsumer<String, String> arrived) {
    this.arrived = arrived;
  }

  /// Takes a batch of the queue, or an event straight from S3, and answers which messages failed.
  ///
  /// @throws RuntimeException when an event that came without a queue failed: then all of it comes again
  public void handle(InputStream event, OutputStream out) {
    List<String> failed = new ArrayList<>();
    for (JsonNode record : MAPPER.readTree(event).path("Records")) {
      if (record.path("eventSource").asString("").equals("aws:sqs")) {
        String message = record.path("messageId").asString("");
        try {
          all(MAPPER.readTree(record.path("body").asString("")));
        } catch (RuntimeException e) {
          LOG.warn("Message {} is to come again: {}", message, e.getMessage());
          failed.add(message);
        }
      } else {
        one(record);
      }
    }
    ObjectNode answer = MAPPER.createObjectNode();
    ArrayNode failures = answer.putArray("batchItemFailures");
    failed.forEach(message -> failures.addObject().put("itemIdentifier", message));
    MAPPER.writeValue(out, answer);
  }

  /// A message without records is S3's test of the queue.
  private void all(JsonNode event) {
    for (JsonNode record : event.path("Records")) {
      one(record);
    }
  }

  private void one(JsonNode record) {
    if (!record.path("eventName").asString("").contains("ObjectCreated")) {
      return;
    }
    JsonNode s3 = record.path("s3");
    String key = s3.path("object").path("key").asString("");
    // Encoded as a form is: a space is a plus.
    arrived.accept(
        s3.path("bucket").path("name").asString(""), URLDecoder.decode(key, StandardCharsets.UTF_8));
  }
}
