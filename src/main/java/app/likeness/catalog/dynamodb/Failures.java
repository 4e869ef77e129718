package app.likeness.catalog.dynamodb;

import app.likeness.model.GalleryException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/// Tells in one sentence what a failure of DynamoDB means, and what to do about it.
final class Failures {
  private static final Set<String> DENIED =
      Set.of(
          "AccessDeniedException",
          "AccessDenied",
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "IncompleteSignatureException",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "OptInRequired");
  private static final Set<String> EXPIRED =
      Set.of("ExpiredTokenException", "ExpiredToken", "RequestExpired");
  private static final Set<String> BUSY =
      Set.of(
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "ThrottlingException",
          "Throttling",
          "LimitExceededException");
  private static final int SERVER_ERROR = 500;

  private Failures() {}

  /// Makes a call; a failed condition passes through, all else becomes a sentence.
  static <T extends @Nullable Object> T explained(Supplier<T> call) {
    try {
      return call.get();
    } catch (ConditionalCheckFailedException e) {
      throw e;
    } catch (SdkException e) {
      throw explain(e);
    }
  }

  private static RuntimeException explain(SdkException e) {
    return switch (e) {
      case ResourceNotFoundException _ -> uninitialised();
      case AbortedException _ ->
          new GalleryException.Unavailable("A request to DynamoDB was cancelled.", e);
      case AwsServiceException service -> explain(service, code(service));
      default -> offline(e);
    };
  }

  /// Tables or indexes are not there.
  static GalleryException uninitialised() {
    return new GalleryException.NotFound(
        "The gallery's tables are not all there in DynamoDB: run `likeness cloud init`.");
  }

  private static RuntimeException explain(AwsServiceException e, String code) {
    if (DENIED.contains(code)) {
      return new GalleryException.Denied(
          "DynamoDB refuses these credentials: check the AWS profile and what it may do.", e);
    }
    if (EXPIRED.contains(code)) {
      return new GalleryException.Denied(
          "The AWS session is over, or this computer's clock is wrong: sign in again.", e);
    }
    if (BUSY.contains(code) || e.isThrottlingException()) {
      return new GalleryException.Unavailable(
          "DynamoDB takes no more requests just now: try again in a moment.", e);
    }
    if (e.statusCode() >= SERVER_ERROR) {
      return new GalleryException.Unavailable(
          "DynamoDB has a failure of its own: try again in a moment.", e);
    }
    if (e.getMessage() != null && e.getMessage().contains("specified index")) {
      return uninitialised();
    }
    // Nothing that a user could do anything about: ours to mend.
    return new IllegalStateException("DynamoDB refused a request: " + code, e);
  }

  private static String code(AwsServiceException e) {
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
        "DynamoDB cannot be reached: check the network and try again.", e);
  }
}
