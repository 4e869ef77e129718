package app.likeness.cli;

import static app.likeness.cli.Terminal.fields;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What people decide by verbs, and take back.
class DecisionVerbsTest extends SampleVerbs {
  @Test
  void aNameIsKeptAndFindsItsPersonWhateverItsCase() {
    String ana = id(people().getFirst());
    JsonNode act = terminal.run("name", "--json", ana, "  Ana  María\tÑandú ").json();
    assertThat(fields(act)).containsExactly("act", "at", "kind", "text", "undone");
    assertThat(act.get("kind").asString()).isEqualTo("Name");
    assertThat(act.get("text").asString()).contains("Ana María Ñandú");
    assertThat(people().getFirst().get("name").asString()).isEqualTo("Ana María Ñandú");
    for (String word : List.of("Ana María Ñandú", "ana maría ñandú", " Ana Mari\u0301a  N\u0303andu\u0301")) {
      assertThat(terminal.run("photos", "--json", word).json().get("personId").asString()).isEqualTo(ana);
    }
    assertThat(terminal.run("name", "ANA MARÍA ÑANDÚ", "").exit()).isZero();
    assertThat(people().getFirst().get("name").asString()).isEmpty();
  }

  @Test
  void aNameOfTwoIsAskedForAgain() {
    List<JsonNode> people = people();
    terminal.run("name", id(people.get(0)), "Ana");
    terminal.run("name", id(people.get(1)), "ana");
    terminal.run("photos", "Ana").refuses(1, "2 people are called \"Ana\"", "id");
    terminal.run("photos", "Ben").refuses(1, "nobody called \"Ben\"");
    terminal.run("photos", "").refuses(1, "nobody called \"\"");
    terminal.run("name", "Ben", "Ana").refuses(1, "nobody called \"Ben\"");
    assertThat(acts()).hasSize(2);
  }

  @Test
  void aMergedPersonIsFoundUnderBothIds() {
    List<JsonNode> people = people();
    String ana = id(people.get(0));
    String ben = id(people.get(1));
    terminal.run("name", ana, "Ana");
    assertThat(terminal.run("merge", "--json", ben, "Ana").json().get("kind").asString())
        .isEqualTo("Same");
    assertThat(people()).hasSize(people.size() - 1);
    assertThat(terminal.run("photos", "--json", ben).json().get("personId").asString())
        .isEqualTo(ana);
    terminal.run("merge", ben, ana).refuses(1, "one person already");
    terminal.run("merge", ana, ana).refuses(1, "one person already");
  }

  @Test
  void aRejectedFaceIsSomebodyElses() {
    JsonNode face =
        faces().stream().filter(each -> !each.get("personId").isNull()).findFirst().orElseThrow();
    String id = face.get("faceId").asString();
    JsonNode act = terminal.run("reject", "--json", id, id(face)).json();
    assertThat(act.get("kind").asString()).isEqualTo("Reject");
    JsonNode after =
        faces().stream().filter(each -> each.get("faceId").asString().equals(id)).findFirst().orElseThrow();
    assertThat(after.get("personId")).isNotEqualTo(face.get("personId"));
    String person = id(people().getFirst());
    terminal.run("reject", "nonsense", person).refuses(1, "no face \"nonsense\"");
    terminal.run("reject", "0".repeat(20) + "_face_1", person).refuses(1, "not in the gallery");
  }

  @Test
  void theHiddenAreListedApartUntilTheyAreShownAgain() {
    List<JsonNode> people = people();
    String ana = id(people.getFirst());
    terminal.run("name", ana, "Ana");
    assertThat(terminal.run("hide", "Ana").exit()).isZero();
    assertThat(people()).hasSize(people.size() - 1).noneMatch(person -> id(person).equals(ana));
    List<JsonNode> hidden = list(terminal.run("people", "--hidden", "--json").json().get("persons"));
    assertThat(hidden).extracting(SampleVerbs::id).containsExactly(ana);
    assertThat(terminal.run("hide", "--show", "Ana").exit()).isZero();
    assertThat(people()).hasSize(people.size());
    assertThat(terminal.run("people", "--hidden").out()).containsExactly("Nobody is hidden.");
  }

  @Test
  void undoGoesFurtherBackEachTimeAndCanBeUndone() {
    String ana = id(people().getFirst());
    terminal.run("name", ana, "Ana");
    terminal.run("name", ana, "Bea");
    terminal.run("hide", ana);
    terminal.run("undo");
    terminal.run("undo");
    assertThat(people().getFirst().get("name").asString()).isEqualTo("Ana");
    JsonNode act = terminal.run("undo", "--json").json();
    assertThat(act.get("kind").asString()).isEqualTo("Undo");
    terminal.run("undo").refuses(1, "nothing to undo");

    List<JsonNode> acts = acts();
    assertThat(acts).hasSize(6);
    for (JsonNode each : acts) {
      assertThat(fields(each)).containsExactly("act", "at", "kind", "text", "undone");
    }
    assertThat(acts.stream().map(each -> each.get("act").asLong()).toList())
        .containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    assertThat(acts.stream().map(each -> each.get("undone").asBoolean()).toList())
        .containsExactly(false, false, false, true, true, true);
    assertThat(acts.getLast().get("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    assertThat(terminal.run("history").out()).hasSize(6);

    assertThat(terminal.run("undo", "6").exit()).isZero();
    assertThat(people().getFirst().get("name").asString()).isEqualTo("Ana");
    terminal.run("undo", "3").refuses(1, "Act 3 is undone already");
    terminal.run("undo", "99").refuses(1, "no act 99");
    terminal.run("undo", "first").refuses(2, "\"first\" is not the number of an act");
  }
}
