package app.likeness.faces.rekognition;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.FaceId;
import app.likeness.model.Match;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Whom a face is like: other faces, and people as a whole.
class RekognitionSearchTest extends Fixture {
  @Test
  void neighboursAreTheFacesOfOurNamesMostAlikeFirst() {
    know(ONE, "a-1");
    mock.answer("ListUsers", "{\"Users\": []}");
    mock.answer(
        "SearchFaces",
        matches(
            match(TWO.toString(), "b-1", 91.5),
            match("somebody-elses", "x-1", 99),
            match(THREE.toString(), "c-1", 97)));

    assertThat(index.neighbours(ONE, 5, .8))
        .extracting(Match::face).containsExactly(THREE, TWO);
    assertThat(index.neighbours(ONE, 5, .95)).extracting(Match::face).containsExactly(THREE);
    assertThat(mock.calls("SearchFaces")).as("paid once").hasSize(1);
    assertThat(mock.calls("SearchFaces").getFirst().getBodyAsString()).contains("\"a-1\"");
  }

  @Test
  void whoComesLaterBecomesANeighbourOfThoseBefore() {
    mock.answer("ListUsers", "{\"Users\": []}");
    know(ONE, "a-1");
    mock.answer("SearchFaces", matches());
    assertThat(index.neighbours(ONE, 5, .8)).isEmpty();
    know(TWO, "b-1");
    mock.answer("SearchFaces", matches(match(ONE.toString(), "a-1", 98)));
    assertThat(index.neighbours(TWO, 5, .8)).hasSize(1);

    assertThat(index.neighbours(ONE, 5, .8)).extracting(Match::face).containsExactly(TWO);
  }

  @Test
  void aPersonAsAWholeCanBeMoreAlikeThanAnyOfTheirFaces() {
    know(ONE, "a-1");
    mock.answer("SearchFaces", matches(match(TWO.toString(), "b-1", 85)));
    mock.answer("ListUsers", "{\"Users\": [{\"UserId\": \"ann\"}]}");
    mock.answer("ListFaces", listed(null, TWO + "@b-1", THREE + "@c-1"));
    mock.answer(
        "SearchUsers",
        "{\"UserMatches\": [{\"Similarity\": 96.0, \"User\": {\"UserId\": \"ann\"}}]}");

    assertThat(index.neighbours(ONE, 5, .95)).extracting(Match::face).containsExactly(TWO);
  }

  @Test
  void makesAUserOfAPersonsFacesAndKeepsItTrue() {
    know(ONE, "a-1");
    know(TWO, "b-1");
    know(THREE, "c-1");
    mock.answer("CreateUser", "{}");
    mock.answer("AssociateFaces", "{}");
    mock.answer("DisassociateFaces", "{}");

    index.person(ANN, List.of(ONE, TWO));
    index.person(ANN, List.of(ONE, THREE));

    assertThat(mock.calls("CreateUser")).hasSize(1);
    assertThat(mock.calls("CreateUser").getFirst().getBodyAsString()).contains("\"ann\"");
    assertThat(mock.calls("AssociateFaces").getFirst().getBodyAsString())
        .contains("[\"a-1\",\"b-1\"]");
    assertThat(mock.calls("AssociateFaces").getLast().getBodyAsString()).contains("[\"c-1\"]");
    assertThat(mock.calls("DisassociateFaces")).hasSize(1);
    assertThat(mock.calls("DisassociateFaces").getFirst().getBodyAsString())
        .contains("[\"b-1\"]");
  }

  @Test
  void aUserTakesAHundredFacesAtMost() {
    List<String> all = new ArrayList<>();
    List<FaceId> faces = new ArrayList<>();
    for (int n = 1; n <= 130; n++) {
      FaceId face = FaceId.parse("0123456789abcdef0123_face_" + n);
      faces.add(face);
      all.add(face + "@name-" + n);
    }
    mock.answer("ListFaces", listed(null, all.toArray(String[]::new)));
    mock.answer("CreateUser", "{}");
    mock.answer("AssociateFaces", "{}");

    index.person(ANN, faces);

    var sent = JsonMapper.shared()
        .readTree(mock.calls("AssociateFaces").getFirst().getBodyAsString()).get("FaceIds");
    assertThat(sent.size()).isEqualTo(100);
    assertThat(mock.calls("AssociateFaces")).hasSize(1);
  }

  @Test
  void takesAFaceOverFromAnotherUser() {
    know(ONE, "a-1");
    know(TWO, "b-1");
    mock.answer("CreateUser", "{}");
    mock.answer("DisassociateFaces", "{}");
    mock.answer(
        "AssociateFaces",
        """
        {"UnsuccessfulFaceAssociations": [{"FaceId": "b-1", "UserId": "ben",
          "Reasons": ["ASSOCIATED_TO_A_DIFFERENT_USER"]}]}""");

    index.person(ANN, List.of(ONE, TWO));

    assertThat(mock.calls("DisassociateFaces").getFirst().getBodyAsString())
        .contains("\"ben\"").contains("b-1");
    assertThat(mock.calls("AssociateFaces")).hasSize(2);
  }
}
