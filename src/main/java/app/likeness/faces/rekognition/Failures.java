package app.likeness.faces.rekognition;

import app.likeness.model.GalleryException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rekognition.model.AccessDeniedException;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.LimitExceededException;
import software.amazon.awssdk.services.rekognition.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.rekognition.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.rekognition.model.ResourceInUseException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.rekognition.model.ThrottlingException;

/// Tells in one sentence what a failure of Amazon Rekognition means, and what to do about it.
final class Failures {
  private static final Set<String> EXPIRED =
      Set.of("ExpiredTokenException", "ExpiredToken", "RequestExpired");
  private static final Set<String> DENIED =
      Set.of(
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "IncompleteSignatureException",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "OptInRequired");
  private static final int SERVER_ERROR = 500;

  private Failures() {}

  static RuntimeException explain(SdkException e) {
    return e instanceof AwsServiceException service ? service(service) : offline(e);
  }

  private static RuntimeException service(AwsServiceException e) {
    return switch (e) {
      case ThrottlingException _, ProvisionedThroughputExceededException _ -> busy(e);
      case AccessDeniedException _ ->
          new GalleryException.Denied(
              "Amazon Rekognition does not allow this: give the AWS profile the right to use its"
                  + " collection of faces.", e);
      case ResourceNotFoundException _ -> uninitialised();
      case ResourceAlreadyExistsException _, ConflictException _, ResourceInUseException _ ->
          new GalleryException.Conflict(
              "Somebody else changes the faces in Amazon Rekognition just now: try again.");
      case ServiceQuotaExceededException _, LimitExceededException _ ->
          new GalleryException.Unavailable(
              "The collection of faces in Amazon Rekognition is as large as this AWS account may"
                  + " have it: ask AWS for a higher quota.", e);
      case InvalidImageFormatException _, ImageTooLargeException _ ->
          new GalleryException.Unsupported(
              "Amazon Rekognition cannot read this picture: save it as JPEG and add that.", e);
      default -> code(e, code(e));
    };
  }

  private static RuntimeException code(AwsServiceException e, String code) {
    if (EXPIRED.contains(code)) {
      return new GalleryException.Denied(
          "The AWS session is over, or this computer's clock is wrong: sign in again.", null);
    }
    if (DENIED.contains(code)) {
      // Without its cause, whose message may repeat the request with a session's token.
      return new GalleryException.Denied(
          "Amazon Rekognition refuses these credentials: check the AWS profile.", null);
    }
    if (e.isThrottlingException()) {
      return busy(e);
    }
    if (e.statusCode() >= SERVER_ERROR) {
      return new GalleryException.Unavailable(
          "Amazon Rekognition has a failure of its own: try again in a moment.", e);
    }
    // Nothing that a user could do anything about: ours to mend.
    return new IllegalStateException("Amazon Rekognition refused a request: " + code, e);
  }

  /// The collection is not there.
  static GalleryException uninitialised() {
    return new GalleryException.NotFound(
        "The gallery's collection of faces is not there in Amazon Rekognition: run"
            + " `likeness cloud init`.");
  }

  private static GalleryException busy(AwsServiceException e) {
    return new GalleryException.Unavailable(
        "Amazon Rekognition takes no more requests just now: try again in a few minutes.", e);
  }

  static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? ""
        : e.awsErrorDetails().errorCode();
  }

  private static GalleryException offline(SdkException e) {
    if (e.getMessage() != null && e.getMessage().contains("credentials")) {
      return new GalleryException.Denied(
          "There are no AWS credentials to use: choose a profile, or sign in.", e);
    }
    return new GalleryException.Unreachable(
        "Amazon Rekognition cannot be reached: check the network and try again.", e);
  }
}
