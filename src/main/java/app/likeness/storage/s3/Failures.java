package app.likeness.storage.s3;

import app.likeness.model.GalleryException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/// Says in plain words what a store refused, and what to do about it.
record Failures(String store, String bucket) {
  static final String SIGNED_OUT =
      "Your sign-in to the store has ended; sign in again, such as by `aws sso login`.";

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;

  /// Runs requests to the bucket.
  ///
  /// @param object what is missing if a key is, in words that begin a sentence
  <T> T told(String object, Supplier<T> requests) {
    try {
      return requests.get();
    } catch (SdkException e) {
      throw told(e, object);
    }
  }

  GalleryException told(SdkException e, String object) {
    return switch (e) {
      case AwsServiceException refused ->
          told(code(refused), refused.statusCode(), object, refused);
      case AbortedException interrupted ->
          new GalleryException.Unavailable("This was interrupted.", interrupted);
      case SdkClientException ended when says(ended, "xpired") ->
          new GalleryException.Denied(SIGNED_OUT, ended);
      case SdkClientException broken when says(broken, "credentials", "SSO", "Profile") ->
          new GalleryException.Denied(
              "No AWS sign-in was found; run `aws configure` or `aws sso login`, or choose a"
                  + " profile in the settings.",
              broken);
      default ->
          new GalleryException.Unreachable(
              store + " does not answer; look at the network, then try again.", e);
    };
  }

  /// @param code S3's word for the error, or empty
  GalleryException told(
      String code, int status, String object, @Nullable AwsServiceException cause) {
    return switch (code) {
      case "NoSuchBucket" ->
          new GalleryException.NotFound(
              "There is no bucket " + bucket
                  + "; correct its name in the settings, or run `likeness cloud init`.");
      case "BucketAlreadyExists" ->
          new GalleryException.Conflict(
              "Somebody else has a bucket called " + bucket + "; choose another name.");
      case "NoSuchKey" -> missing(object);
      case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "UnauthorizedException" ->
          new GalleryException.Denied(SIGNED_OUT, cause);
      case "SignatureDoesNotMatch", "InvalidAccessKeyId", "InvalidToken", "InvalidClientTokenId" ->
          new GalleryException.Denied(
              store + " does not know your key, or it has another secret; correct your sign-in.",
              cause);
      case "RequestTimeTooSkewed" ->
          new GalleryException.Denied(
              "This computer's clock is wrong, so the store refuses all it signs; set it right.",
              cause);
      case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
          new GalleryException.Denied(
              "The bucket " + bucket + " is in another region; correct it in the settings.", cause);
      default -> byStatus(status, object, cause);
    };
  }

  private GalleryException byStatus(
      int status, String object, @Nullable AwsServiceException cause) {
    if (status == NOT_FOUND) {
      return missing(object);
    }
    if (status == FORBIDDEN) {
      return new GalleryException.Denied(
          "You may not do this in the bucket " + bucket
              + "; ask whoever owns it to let your sign-in use it.",
          cause);
    }
    if (status == PRECONDITION_FAILED) {
      return new GalleryException.Conflict("The bucket " + bucket + " has something there already.");
    }
    // SlowDown and its kin have been tried again by then.
    if (status == TOO_MANY || status >= SERVER) {
      return new GalleryException.Unavailable(
          store + " is too busy or has a fault; try again later.", cause);
    }
    return new GalleryException.Unsupported(
        store + " refused this as wrong (" + status + "); look whether it is set up rightly.",
        cause);
  }

  private static GalleryException missing(String object) {
    return new GalleryException.NotFound(object + " is not there.");
  }

  static String code(AwsServiceException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }

  // The SDK has no types for what ails a sign-in.
  private static boolean says(SdkClientException e, String... words) {
    String message = String.valueOf(e.getMessage());
    return Stream.of(words).anyMatch(message::contains);
  }
}
