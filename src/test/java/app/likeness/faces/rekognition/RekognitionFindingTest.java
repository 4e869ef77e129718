package app.likeness.faces.rekognition;

import static app.likeness.faces.rekognition.MockRekognition.COLLECTION;
import static app.likeness.faces.rekognition.MockRekognition.call;
import static app.likeness.faces.rekognition.MockRekognition.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.likeness.faces.FoundFace;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceAttributes.Emotion;
import app.likeness.model.FaceAttributes.Sign;
import app.likeness.model.FaceAttributes.Trait;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Faces on their way into the collection and out of it.
class RekognitionFindingTest extends Fixture {
  @Test
  void tellsAllThatTheServiceSeesOfAFace() {
    mock.answer("DetectFaces", DETAIL);

    FoundFace face = index.find(noise(200, 100)).getFirst();

    assertThat(face.box().left()).isZero();
    assertThat(face.box().width()).isCloseTo(.25, within(1e-6));
    assertThat(face.score()).isCloseTo(.995, within(1e-6));
    assertThat(face.embedding().vector()).isEmpty();
    assertThat(face.embedding().length()).isEqualTo(4);
    FaceAttributes seen = face.attributes();
    assertThat(seen.ageLow()).isEqualTo(23);
    assertThat(seen.ageHigh()).isEqualTo(31);
    assertThat(seen.traits()).hasSize(5).containsEntry(Trait.SMILE, new Sign(true, .975));
    assertThat(seen.traits().get(Trait.SUNGLASSES).value()).isFalse();
    assertThat(seen.emotions()).containsOnlyKeys(Emotion.HAPPY, Emotion.CALM);
  }

  @Test
  void signsEachRequestAndSaysWhatItIs() {
    mock.answer("DetectFaces", DETAIL);
    index.find(noise(100, 100));

    LoggedRequest request = mock.calls("DetectFaces").getFirst();
    assertThat(request.getHeader("Authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=AKIATEST/")
        .contains("/eu-west-1/rekognition/aws4_request")
        .contains("SignedHeaders=")
        .contains("Signature=")
        .doesNotContain("secret-of-test");
    assertThat(request.getHeader("X-Amz-Target")).isEqualTo("RekognitionService.DetectFaces");
    assertThat(request.getHeader("X-Amz-Date")).isNotBlank();
    assertThat(request.getBodyAsString()).contains("\"ALL\"");
  }

  @Test
  void sendsAnyPictureAsAJpegThatIsNotTooLarge() {
    mock.answer("DetectFaces", "{\"FaceDetails\": []}");

    assertThat(index.find(noise(3000, 2900))).isEmpty();

    String body = mock.calls("DetectFaces").getFirst().getBodyAsString();
    String bytes =
        JsonMapper.shared().readTree(body).get("Image").get("Bytes").asString();
    byte[] jpeg = Base64.getDecoder().decode(bytes);
    assertThat(jpeg).startsWith(0xff, 0xd8, 0xff);
    assertThat(jpeg.length).isBetween(100_000, ServiceJpeg.MOST_BYTES);
  }

  @Test
  void asksNothingOfAPictureTooSmallForTheService() {
    assertThat(index.find(noise(79, 500))).isEmpty();
    assertThat(mock.calls()).isEmpty();
  }

  @Test
  void indexesEachCropByItselfUnderOurName() {
    know(ONE, "a-1");

    var json = JsonMapper.shared().readTree(mock.calls("IndexFaces").getFirst().getBodyAsString());
    assertThat(json.get("ExternalImageId").asString()).isEqualTo(ONE.toString());
    assertThat(json.get("CollectionId").asString()).isEqualTo(COLLECTION);
    assertThat(json.get("MaxFaces").asInt()).isEqualTo(1);
    assertThat(Base64.getDecoder().decode(json.get("Image").get("Bytes").asString()))
        .isEqualTo(CROP);
  }

  @Test
  void aFaceThatTheServiceFindsTooPoorIsNotSearchable() {
    mock.answer("IndexFaces", "{\"FaceRecords\": []}");
    mock.answer("ListFaces", "{\"Faces\": []}");

    assertThat(index.index(ONE, FOUND, CROP)).isFalse();
    assertThatThrownBy(() -> index.neighbours(ONE, 5, .8))
        .isInstanceOf(GalleryException.NotFound.class);
  }

  @Test
  void aFaceIndexedAgainReplacesItsFormerSelf() {
    know(ONE, "a-1");
    mock.answer("DeleteFaces", "{\"DeletedFaces\": [\"a-1\"]}");
    know(ONE, "a-2");

    assertThat(mock.calls("DeleteFaces").getFirst().getBodyAsString()).contains("[\"a-1\"]");
  }

  @Test
  void deletesFacesOutOfTheirUsers() {
    know(ONE, "a-1");
    mock.server().stubFor(call("DeleteFaces").inScenario("held").willReturn(ok(
        """
        {"UnsuccessfulFaceDeletions": [{"FaceId": "a-1", "UserId": "ann",
          "Reasons": ["ASSOCIATED_TO_AN_EXISTING_USER"]}]}""")).willSetStateTo("freed"));
    mock.server().stubFor(call("DeleteFaces").inScenario("held")
        .whenScenarioStateIs("freed").willReturn(ok("{\"DeletedFaces\": [\"a-1\"]}")));
    mock.answer("DisassociateFaces", "{}");

    index.remove(List.of(ONE));

    assertThat(mock.calls("DeleteFaces")).hasSize(2);
    assertThat(mock.calls("DisassociateFaces")).hasSize(1);
  }

  @Test
  void listsAllThatItRemembersPageByPageAndDropsDoubles() {
    mock.server().stubFor(
        call("ListFaces").willReturn(ok(listed("more", ONE + "@a-1", "another's@x-1"))));
    mock.server().stubFor(
        call("ListFaces")
            .withRequestBody(matchingJsonPath("$.NextToken", containing("more")))
            .willReturn(ok(listed(null, TWO + "@b-1", ONE + "@a-2"))));
    mock.answer("DeleteFaces", "{}");
    List<FaceId> known = new ArrayList<>();

    index.known(known::addAll);

    assertThat(known).containsExactly(ONE, TWO);
    assertThat(mock.calls("ListFaces")).hasSize(2);
    assertThat(mock.calls("DeleteFaces")).hasSize(1);
    assertThat(mock.calls("DeleteFaces").getFirst().getBodyAsString()).contains("[\"a-2\"]");
  }

  @Test
  void removesFacesThatAnEarlierRunIndexed() {
    mock.answer("ListFaces", listed(null, ONE + "@a-1"));
    mock.answer("DeleteFaces", "{}");

    index.remove(List.of(ONE, TWO));

    assertThat(mock.calls("ListFaces")).hasSize(1);
    assertThat(mock.calls("DeleteFaces").getFirst().getBodyAsString()).contains("[\"a-1\"]");
  }

  @Test
  void aFaceSearchedWhoseDoubleACrashHasLeftIsRidOfIt() {
    know(ONE, "a-2");
    mock.answer("ListUsers", "{\"Users\": []}");
    mock.answer("SearchFaces", matches(match(ONE.toString(), "a-1", 100)));
    mock.answer("DeleteFaces", "{}");

    assertThat(index.neighbours(ONE, 5, .8)).isEmpty();

    assertThat(mock.calls("DeleteFaces").getFirst().getBodyAsString()).contains("[\"a-1\"]");
  }
}
