package app.likeness.faces.rekognition;

import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;

/// Calls Amazon Rekognition for one collection: counts what costs, tells failures in one sentence.
record Rekognition(RekognitionClient client, String collection, Allowance allowance)
    implements AutoCloseable {

  /// A call that costs and can wait.
  <T> T paid(Function<RekognitionClient, T> call) {
    allowance.spend();
    return free(call);
  }

  /// A call that costs, but is made in any case: somebody wants faces to be forgotten.
  <T> T due(Function<RekognitionClient, T> call) {
    allowance.count();
    return free(call);
  }

  <T> T free(Function<RekognitionClient, T> call) {
    try {
      return call.apply(client);
    } catch (SdkException e) {
      throw Failures.explain(e);
    }
  }

  /// The same, but with another answer when what the call names is not there.
  <T> T unless(Function<RekognitionClient, T> call, Supplier<T> absent) {
    return free(
        known -> {
          try {
            return call.apply(known);
          } catch (ResourceNotFoundException _) {
            return absent.get();
          }
        });
  }

  @Override
  public void close() {
    client.close();
  }
}
