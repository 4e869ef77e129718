package app.likeness.people;

import static app.likeness.people.Faces.A;
import static app.likeness.people.Faces.ANA;
import static app.likeness.people.Faces.B;
import static app.likeness.people.Faces.BEN;
import static app.likeness.people.Faces.C;
import static app.likeness.people.Faces.CLEO;
import static app.likeness.people.Faces.D;
import static app.likeness.people.Faces.THRESHOLDS;
import static app.likeness.people.Faces.face;
import static app.likeness.people.Faces.like;
import static app.likeness.people.Faces.log;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.likeness.model.Decision.Name;
import app.likeness.model.Decision.Reject;
import app.likeness.model.Decision.Same;
import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PersonId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which faces become one group, whose it is, and what draws them to people who were named.
class RegroupTest {
  private int minted;

  private Map<FaceId, PersonId> regroup(
      Decisions log, Map<FaceId, PersonId> own, Map<FaceId, List<Match>> neighbours) {
    return Grouping.regroup(
        neighbours, own, log, THRESHOLDS, () -> new PersonId("new" + ++minted));
  }

  /// Every face is as like every other of its own set, and not at all like those of others.
  @SafeVarargs
  private static Map<FaceId, List<Match>> alike(Set<FaceId>... sets) {
    Map<FaceId, List<Match>> neighbours = new HashMap<>();
    for (Set<FaceId> set : sets) {
      for (FaceId face : set) {
        neighbours.put(
            face, set.stream().filter(f -> !f.equals(face)).sorted().map(f -> like(f, .6)).toList());
      }
    }
    return neighbours;
  }

  @Test
  void likeFacesBecomeOneGroupUnderTheIdThatMostOfThemHad() {
    var own = Map.of(A, ANA, B, BEN, C, BEN);
    var groups = regroup(log(), own, alike(Set.of(A, B, C), Set.of(D)));
    assertEquals(Map.of(A, BEN, B, BEN, C, BEN, D, new PersonId("new1")), groups);
  }

  @Test
  void anIdGoesToTheGroupThatSharesMostWithItAndTheOtherGetsANewOne() {
    FaceId e = face("e", 1);
    var own = Map.of(A, ANA, B, ANA, C, ANA, D, ANA, e, ANA);
    var groups = regroup(log(), own, alike(Set.of(A, B, C), Set.of(D, e)));
    PersonId fresh = new PersonId("new1");
    assertEquals(Map.of(A, ANA, B, ANA, C, ANA, D, fresh, e, fresh), groups);
  }

  @Test
  void ofTwoIdsThatShareAsMuchTheLowerIsKept() {
    var groups = regroup(log(), Map.of(A, BEN, B, ANA), alike(Set.of(A, B)));
    assertEquals(Map.of(A, ANA, B, ANA), groups);
  }

  @Test
  void aFaceLikeNoOtherStaysThePersonItIs() {
    assertEquals(Map.of(A, ANA), regroup(log(), Map.of(A, ANA), alike(Set.of(A))));
  }

  @Test
  void neighboursBelowTheThresholdDoNotCount() {
    var neighbours = Map.of(A, List.of(like(B, .44)), B, List.of(like(A, .44)));
    assertEquals(Map.of(A, ANA, B, BEN), regroup(log(), Map.of(A, ANA, B, BEN), neighbours));
  }

  @Test
  void peopleWhoWereNamedKeepTheirFacesAndDrawOthers() {
    var log = log(new Name(BEN, "Ben"));
    var groups = regroup(log, Map.of(A, ANA, B, BEN), alike(Set.of(A, B)));
    assertEquals(Map.of(A, BEN), groups);
  }

  @Test
  void oneLookAlikeIsNotEnoughToBeDrawnToSomebodyWhoWasNamedButThreeAre() {
    var log = log(new Name(ANA, "Ana"));
    var own = Map.of(A, ANA, B, ANA, C, ANA);
    var one = List.of(like(A, .48));
    var three = List.of(like(A, .48), like(B, .48), like(C, .48));
    assertEquals(Map.of(D, new PersonId("new1")), regroup(log, own, Map.of(D, one)));
    assertEquals(Map.of(D, ANA), regroup(log, own, Map.of(D, three)));
  }

  @Test
  void ofTwoPeopleWhoWereNamedTheOneWhoIsMoreLikeAFaceDrawsIt() {
    var log = log(new Name(ANA, "Ana"), new Name(BEN, "Ben"));
    var own = Map.of(A, ANA, B, ANA, C, BEN);
    var near = List.of(like(A, .8), like(B, .75), like(C, .5));
    assertEquals(Map.of(D, ANA), regroup(log, own, Map.of(D, near)));
  }

  @Test
  void aGroupJoinsSomebodyWhoWasNamedAsAWholeOrNotAtAll() {
    Set<FaceId> group = Set.of(face("s1", 1), face("s2", 1), face("s3", 1), face("s4", 1));
    var log = log(new Name(ANA, "Ana"));
    var own = Map.of(A, ANA, B, ANA, C, ANA, D, ANA);
    var likeOne = alike(group);
    likeOne.replaceAll((face, all) -> with(all, like(List.of(A, B, C, D).get(nth(face)), .5)));
    assertEquals(Set.of(new PersonId("new1")), Set.copyOf(regroup(log, own, likeOne).values()));
    var likeMost = alike(group);
    likeMost.replaceAll((_, all) -> with(with(with(all, like(A, .5)), like(B, .5)), like(C, .5)));
    assertEquals(Set.of(ANA), Set.copyOf(regroup(log, own, likeMost).values()));
  }

  private static int nth(FaceId face) {
    return face.photo().value().charAt(1) - '1';
  }

  @Test
  void ofMergedPeopleTheOneWithTheNearestFaceDraws() {
    var log = log(new Same(BEN, ANA));
    var own = Map.of(A, ANA, B, BEN);
    var groups = regroup(log, own, Map.of(C, List.of(like(B, .8), like(A, .7))));
    assertEquals(Map.of(C, BEN), groups);
  }

  @Test
  void aFaceIsNeverDrawnToSomebodyItRejects() {
    var log = log(new Reject(A, Set.of(ANA)), new Same(BEN, ANA));
    var groups = regroup(log, Map.of(B, BEN), alike(Set.of(A, B)));
    assertEquals(Map.of(A, new PersonId("new1")), groups);
  }

  @Test
  void twoFacesOfAPhotoNeverComeIntoOneGroup() {
    FaceId beside = face("a", 2);
    var groups = regroup(log(), Map.of(), alike(Set.of(A, beside, B, C)));
    assertFalse(groups.get(A).equals(groups.get(beside)), groups.toString());
  }

  @Test
  void aFaceIsNeverDrawnToSomebodyWhoIsOnThePhotoAlready() {
    FaceId beside = face("a", 2);
    var own = Map.of(beside, ANA, B, ANA);
    var groups = regroup(log(new Name(ANA, "Ana")), own, Map.of(A, List.of(like(B, .9))));
    assertEquals(Map.of(A, new PersonId("new1")), groups);
  }

  @Test
  void twoGroupsJoinedByOneLookAlikeStayTwo() {
    FaceId[] ana = {A, B, C, D};
    FaceId[] ben = {face("e", 1), face("f", 1), face("g", 1), face("h", 1)};
    var neighbours = alike(Set.of(ana), Set.of(ben));
    bridge(neighbours, A, ben[0]);
    Map<FaceId, PersonId> groups = regroup(log(), Map.of(), neighbours);
    assertEquals(1, Arrays.stream(ana).map(groups::get).distinct().count());
    assertEquals(1, Arrays.stream(ben).map(groups::get).distinct().count());
    assertEquals(2, Set.copyOf(groups.values()).size());
  }

  /// As with somebody on thousands of photos: every face is linked to some of theirs, none to most.
  @Test
  void aLargePersonStaysOneThoughEachFaceHearsOnlyOfThoseMostLikeIt() {
    int count = 1_000;
    Map<FaceId, List<Match>> neighbours = new HashMap<>();
    Map<FaceId, PersonId> own = new HashMap<>();
    for (int i = 0; i < count; i++) {
      List<Match> nearest = new ArrayList<>();
      for (int step = 1; step <= Grouping.NEIGHBOURS / 2; step++) {
        nearest.add(like(face("p" + (i + step) % count, 1), .8 - step * .01));
        nearest.add(like(face("p" + (i + count - step) % count, 1), .8 - step * .01));
      }
      neighbours.put(face("p" + i, 1), nearest);
      own.put(face("p" + i, 1), i == 7 ? BEN : ANA);
    }
    assertEquals(Set.of(ANA), Set.copyOf(regroup(log(), own, neighbours).values()));
  }

  /// As with a brother and a sister: some faces of the one are like some of the other.
  @Test
  void aWrongGroupOfTwoPeopleComesApart() {
    int each = 20;
    Map<FaceId, List<Match>> neighbours = new HashMap<>();
    Map<FaceId, PersonId> own = new HashMap<>();
    for (int i = 0; i < each; i++) {
      for (int who = 0; who < 2; who++) {
        List<Match> nearest = new ArrayList<>();
        for (int j = 0; j < each; j++) {
          if (j != i) {
            nearest.add(like(face("x" + who + j, 1), .6));
          }
          if ((i + j) % 5 == 0) {
            nearest.add(like(face("x" + (1 - who) + j, 1), .5));
          }
        }
        neighbours.put(face("x" + who + i, 1), nearest);
        own.put(face("x" + who + i, 1), ANA);
      }
    }
    var groups = regroup(log(), own, neighbours);
    assertEquals(2, Set.copyOf(groups.values()).size());
    assertFalse(groups.get(face("x00", 1)).equals(groups.get(face("x10", 1))));
  }

  private static void bridge(Map<FaceId, List<Match>> neighbours, FaceId one, FaceId other) {
    neighbours.computeIfPresent(one, (_, matches) -> with(matches, like(other, .7)));
    neighbours.computeIfPresent(other, (_, matches) -> with(matches, like(one, .7)));
  }

  private static List<Match> with(List<Match> matches, Match first) {
    List<Match> all = new ArrayList<>(List.of(first));
    all.addAll(matches);
    return all;
  }

  @Test
  void theSameFacesAreGroupedTheSameHoweverTheyAreHandedOver() {
    var neighbours = alike(Set.of(A, B), Set.of(C, D));
    var own = Map.of(A, ANA, B, BEN, C, CLEO, D, BEN);
    var groups = regroup(log(), own, neighbours);
    Map<FaceId, List<Match>> turned = new LinkedHashMap<>();
    List.of(D, C, B, A).forEach(face -> turned.put(face, neighbours.get(face)));
    assertEquals(groups, regroup(log(), own, turned));
  }
}
