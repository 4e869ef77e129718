package app.likeness.faces.rekognition;

import static app.likeness.faces.rekognition.MockRekognition.call;
import static app.likeness.faces.rekognition.MockRekognition.error;
import static app.likeness.faces.rekognition.MockRekognition.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the service refuses, what it costs, and how it is set up.
class RekognitionTroubleTest extends Fixture {
  @Test
  void isAskedTooOftenAndAnswersInTheEnd() {
    mock.server().stubFor(call("DetectFaces").inScenario("busy")
        .willReturn(error(400, "ProvisionedThroughputExceededException"))
        .willSetStateTo("again"));
    mock.server().stubFor(call("DetectFaces").inScenario("busy").whenScenarioStateIs("again")
        .willReturn(error(400, "ThrottlingException")).willSetStateTo("free"));
    mock.server().stubFor(call("DetectFaces").inScenario("busy").whenScenarioStateIs("free")
        .willReturn(ok(DETAIL)));

    assertThat(index.find(noise(100, 100))).hasSize(1);
    assertThat(mock.calls("DetectFaces")).hasSize(3);
  }

  @Test
  void everyFailureIsOneSentence() {
    fails(400, "ThrottlingException", GalleryException.Unavailable.class, "no more requests");
    fails(400, "ProvisionedThroughputExceededException",
        GalleryException.Unavailable.class, "try again");
    fails(500, "InternalServerError", GalleryException.Unavailable.class, "failure of its own");
    fails(400, "AccessDeniedException", GalleryException.Denied.class, "right to use");
    fails(400, "UnrecognizedClientException", GalleryException.Denied.class, "credentials");
    fails(400, "ExpiredTokenException", GalleryException.Denied.class, "sign in again");
    fails(400, "ResourceNotFoundException", GalleryException.NotFound.class, "likeness cloud init");
    fails(400, "InvalidImageFormatException", GalleryException.Unsupported.class, "JPEG");
    fails(400, "ImageTooLargeException", GalleryException.Unsupported.class, "JPEG");
    fails(400, "ServiceQuotaExceededException", GalleryException.Unavailable.class, "quota");
    fails(400, "LimitExceededException", GalleryException.Unavailable.class, "quota");
    fails(400, "ConflictException", GalleryException.Conflict.class, "try again");
    fails(400, "InvalidParameterException", IllegalStateException.class, "InvalidParameter");
  }

  private void fails(int status, String type, Class<?> kind, String says) {
    mock.refuse("DetectFaces", status, type);
    assertThatThrownBy(() -> index.find(noise(100, 100)))
        .as(type)
        .isInstanceOf(kind)
        .hasMessageContaining(says)
        .hasMessageNotContaining("as the service says");
  }

  @Test
  void anUnreachableServiceIsOneSentenceToo() {
    mock.close();
    assertThatThrownBy(() -> index.find(noise(100, 100)))
        .isInstanceOf(GalleryException.Unavailable.class)
        .hasMessageContaining("check the network");
  }

  @Test
  void stopsWithOneSentenceAtTheUsersCap() {
    mock.answer("DetectFaces", DETAIL);
    mock.answer("DescribeCollection", "{}");
    List<Long> counted = new ArrayList<>();
    index.close();
    index = index(new Allowance(new BigDecimal("0.012"), 10, counted::add));
    index.load();
    index.find(noise(100, 100));
    index.find(noise(100, 100));

    assertThatThrownBy(() -> index.find(noise(100, 100)))
        .isInstanceOf(GalleryException.Unavailable.class)
        .hasMessageContaining("0.01 US dollars of the 0.012 that you allow");
    assertThatThrownBy(index::load).isInstanceOf(GalleryException.Unavailable.class);
    assertThat(counted).isEqualTo(Arrays.asList(11L, 12L));
    assertThat(mock.calls("DetectFaces")).hasSize(2);
    assertThat(mock.calls("DescribeCollection")).hasSize(1);
  }

  @Test
  void tellsACostBeforeALargeImport() {
    CostEstimate estimate = CostEstimate.of(10_000, 1.5);

    assertThat(estimate.calls()).containsEntry(PaidCall.DETECT_FACES, 10_000L)
        .containsEntry(PaidCall.INDEX_FACES, 15_000L);
    assertThat(estimate.dollars()).isEqualByComparingTo("70");
    assertThat(estimate.dollarsAMonth()).isEqualByComparingTo("0.15");
    assertThat(estimate.sentence())
        .startsWith("10,000 photos with about 15,000 faces take about 70,000 calls")
        .contains("70.00 US dollars");
  }

  @Test
  void setsTheCollectionUpAndSaysSoFirst() {
    mock.server().stubFor(call("DescribeCollection").inScenario("made")
        .willReturn(error(400, "ResourceNotFoundException")));
    mock.server().stubFor(call("CreateCollection").inScenario("made")
        .willReturn(ok("{\"StatusCode\": 200}")).willSetStateTo("there"));
    mock.server().stubFor(call("DescribeCollection").inScenario("made")
        .whenScenarioStateIs("there").willReturn(ok("{\"FaceCount\": 0}")));
    try (CollectionSetup setup = new CollectionSetup(mock.access())) {
      assertThat(setup.plan()).containsExactly(
          "Make the collection of faces likeness-test in Amazon Rekognition in eu-west-1.");
      assertThat(mock.calls("CreateCollection")).isEmpty();
      setup.create();
      setup.create();
      assertThat(setup.plan()).isEmpty();
    }
    assertThat(mock.calls("CreateCollection")).hasSize(1);
  }

  @Test
  void showsNoCredentials() {
    assertThat(mock.access().toString()).doesNotContain("AKIA").doesNotContain("secret");
  }
}
