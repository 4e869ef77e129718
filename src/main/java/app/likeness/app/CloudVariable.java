package app.likeness.app;

import java.util.Map;
import java.util.Optional;

/// The names of the environment that say where a gallery in the cloud lies, as a function on AWS is
/// told; credentials are found by AWS's own names.
public enum CloudVariable {
  AWS_REGION,
  RAW_BUCKET,
  THUMBS_BUCKET,
  /// How many seconds the address of a picture works.
  PRESIGN_EXPIRES,
  PHOTOS_TABLE,
  PERSONS_TABLE,
  OCCURRENCES_TABLE,
  FACES_TABLE,
  DECISIONS_TABLE,
  /// Of Amazon Rekognition; without it the models on this computer find faces.
  COLLECTION,
  /// What Amazon Rekognition's calls may cost, in US dollars.
  MOST_DOLLARS,
  /// `AES256`, or the id of a KMS key.
  ENCRYPTION,
  /// How the store at AWS_ENDPOINT_URL_S3 speaks.
  S3_DIALECT,
  // AWS's own names for other addresses than its own.
  AWS_ENDPOINT_URL_S3,
  AWS_ENDPOINT_URL_DYNAMODB,
  AWS_ENDPOINT_URL_REKOGNITION;

  Optional<String> in(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(name())).map(String::strip).filter(v -> !v.isEmpty());
  }
}
