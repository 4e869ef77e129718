package app.likeness.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.GalleryException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What a user is told when a store refuses.
class FailuresTest {
  private final Failures failures = new Failures("The store", "photos");

  @Test
  void eachErrorHasItsKindAndSaysWhatToDo() {
    assertThat(told("AccessDenied", 403))
        .isInstanceOf(GalleryException.Denied.class)
        .hasMessageContaining("bucket photos; ask");
    assertThat(told("NoSuchBucket", 404))
        .isInstanceOf(GalleryException.NotFound.class)
        .hasMessageContaining("likeness cloud init");
    assertThat(told("SignatureDoesNotMatch", 403))
        .isInstanceOf(GalleryException.Denied.class)
        .hasMessageContaining("correct your sign-in");
    assertThat(told("RequestTimeTooSkewed", 403))
        .isInstanceOf(GalleryException.Denied.class)
        .hasMessageContaining("clock is wrong");
    assertThat(told("ExpiredToken", 400))
        .isInstanceOf(GalleryException.Denied.class)
        .hasMessageContaining("sign in again");
    assertThat(told("SlowDown", 503))
        .isInstanceOf(GalleryException.Unavailable.class)
        .hasMessageContaining("try again later");
    assertThat(told("NoSuchKey", 404)).isInstanceOf(GalleryException.NotFound.class);
    assertThat(told("MalformedXML", 400)).isInstanceOf(GalleryException.Unsupported.class);
  }

  @Test
  void aMissingSignInIsToldFromAMissingNetwork() {
    assertThat(failures.told(client("Unable to load credentials from any of the providers"), "It"))
        .isInstanceOf(GalleryException.Denied.class)
        .hasMessageContaining("aws configure");
    assertThat(failures.told(client("The SSO session has expired or is otherwise invalid."), "It"))
        .isInstanceOf(GalleryException.Denied.class)
        .hasMessageContaining("sign in again");
    assertThat(failures.told(client("Unable to execute HTTP request: Connection refused"), "It"))
        .isInstanceOf(GalleryException.Unavailable.class)
        .hasMessageContaining("look at the network");
  }

  private GalleryException told(String code, int status) {
    AwsErrorDetails details = AwsErrorDetails.builder().errorCode(code).errorMessage("m").build();
    return failures.told(
        (S3Exception) S3Exception.builder().statusCode(status).awsErrorDetails(details).build(), "It");
  }

  private static SdkClientException client(String message) {
    return SdkClientException.create(message);
  }
}
