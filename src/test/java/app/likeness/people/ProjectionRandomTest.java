package app.likeness.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.Decision.Confirm;
import app.likeness.model.Decision.Hide;
import app.likeness.model.Decision.Name;
import app.likeness.model.Decision.Reject;
import app.likeness.model.Decision.Same;
import app.likeness.model.Decision.Undo;
import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Anything may happen to a small gallery, in any order; a seed names each case, and a failure tells it.
class ProjectionRandomTest {
  private static final int CASES = 500;
  private static final int STEPS = 30;

  @Test
  void tablesThatFollowOnlyWhatWasTouchedEqualTheProjectionFromScratch() {
    forAllCases(
        random -> {
          World world = world(random);
          for (int i = 0; i < STEPS; i++) {
            step(world, random);
            assertTablesAre(world, new Reference(world.acts));
          }
        });
  }

  @Test
  void noFaceIsWithSomebodyItRejectsAndNoTwoOfAPhotoWithOneUnlessPeopleSaidSo() {
    forAllCases(
        random -> {
          World world = world(random);
          for (int i = 0; i < STEPS; i++) {
            step(world, random);
            Reference reference = new Reference(world.acts);
            Set<List<Object>> seen = new HashSet<>();
            world.own.forEach(
                (face, person) -> {
                  assertFalse(reference.rejects(face, person), face + " rejects " + person);
                  if (reference.confirmed(face).isEmpty()) {
                    assertTrue(seen.add(List.of(face.photo(), person)), "twice on " + face.photo());
                  }
                });
            world.own.forEach(
                (face, person) -> {
                  if (reference.confirmed(face).isPresent()) {
                    assertFalse(seen.contains(List.of(face.photo(), person)), "beside " + face);
                  }
                });
          }
        });
  }

  @Test
  void theMachineNeverProposesInVainAndMovesNothingThatPeopleSpokeOf() {
    forAllCases(
        random -> {
          World world = world(random);
          for (int i = 0; i < STEPS; i++) {
            step(world, random);
            Map<FaceId, PersonId> held = held(world, world.own);
            Map<FaceId, PersonId> moved = world.regroup();
            world.photos.keySet().forEach(world::assign);
            moved.forEach((face, person) -> assertEquals(person, world.own.get(face), "in vain"));
            assertEquals(Set.copyOf(world.faces()), world.own.keySet(), "in vain");
            held.forEach((face, person) -> assertEquals(person, world.own.get(face), "moved"));
          }
        });
  }

  @Test
  void undoingAnActBringsHeldFacesBackWhateverTheMachineDidMeanwhile() {
    forAllCases(
        random -> {
          World world = world(random);
          for (int i = 0; i < STEPS; i++) {
            step(world, random);
            Map<FaceId, PersonId> before = new TreeMap<>(world.own);
            Act act = world.decide(gesture(world, random));
            before.keySet().retainAll(held(world, before).keySet());
            Set<PhotoId> lossy = new HashSet<>();
            for (int n = random.nextInt(4); n > 0; n--) {
              work(world, random, lossy);
            }
            world.decide(List.of(new Undo(act.seq())));
            before.keySet().removeIf(face -> lossy.contains(face.photo()));
            before.forEach((face, own) -> assertEquals(own, world.own.get(face), face.toString()));
          }
        });
  }

  @Test
  void undoingAnActAtOnceRestoresEverything() {
    forAllCases(
        random -> {
          World world = world(random);
          for (int i = 0; i < STEPS; i++) {
            step(world, random);
            Map<FaceId, PersonId> own = Map.copyOf(world.own);
            Map<PersonId, PersonId> shown = Map.copyOf(world.shown);
            Map<PersonId, String> names = Map.copyOf(world.names);
            Act act = world.decide(gesture(world, random));
            world.decide(List.of(new Undo(act.seq())));
            world.shown.keySet().retainAll(shown.keySet());
            world.names.keySet().retainAll(names.keySet());
            assertEquals(own, world.own);
            assertEquals(shown, world.shown);
            assertEquals(names, world.names);
          }
        });
  }

  @Test
  void undoInTheMiddleEqualsTheLogWithoutThatAct() {
    forAllCases(
        random -> {
          World world = world(random);
          for (int i = 0; i < STEPS; i++) {
            step(world, random);
          }
          Act undone = world.acts.get(random.nextInt(world.acts.size()));
          List<Act> without = new ArrayList<>(world.acts);
          without.replaceAll(a -> a.equals(undone) ? new Act(a.seq(), a.at(), List.of()) : a);
          world.decide(List.of(new Undo(undone.seq())));
          assertTablesAre(world, new Reference(without));
        });
  }

  private static void forAllCases(Consumer<Random> test) {
    for (int seed = 0; seed < CASES; seed++) {
      try {
        test.accept(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static World world(Random random) {
    World world = new World(random);
    for (int i = 0; i < 4; i++) {
      world.add(new PhotoId("photo" + i), 1 + random.nextInt(4));
    }
    world.decide(List.of());
    return world;
  }

  private static void step(World world, Random random) {
    switch (random.nextInt(24)) {
      case 0 -> world.add(new PhotoId("photo" + random.nextInt(1000)), 1 + random.nextInt(4));
      case 1 -> world.erase(photo(world, random));
      case 2 -> world.forgetNames(person(world, random));
      case 3, 4, 5, 6, 7, 8 -> work(world, random, new HashSet<>());
      default -> world.decide(gesture(world, random));
    }
    if (world.faces().isEmpty()) {
      world.add(new PhotoId("photo" + random.nextInt(1000)), 3);
    }
  }

  private static void work(World world, Random random, Set<PhotoId> lossy) {
    switch (random.nextInt(3)) {
      case 0 -> world.assign(photo(world, random));
      case 1 -> world.regroup();
      default -> {
        PhotoId photo = photo(world, random);
        if (world.rescan(photo)) {
          lossy.add(photo);
        }
      }
    }
  }

  private static List<Decision> gesture(World world, Random random) {
    List<Decision> gesture = new ArrayList<>();
    do {
      gesture.add(decision(world, random));
    } while (random.nextInt(3) == 0);
    return gesture;
  }

  private static Decision decision(World world, Random random) {
    FaceId face = pick(world.faces(), random);
    PersonId person = person(world, random);
    return switch (random.nextInt(12)) {
      case 0 -> new Name(person, random.nextInt(3) == 0 ? "" : "name" + random.nextInt(5));
      case 1 -> new Hide(person, random.nextBoolean());
      case 2, 3 -> new Same(person, person(world, random));
      case 4, 5 -> new Confirm(face, random.nextInt(4) == 0 ? world.mint() : person);
      case 6 -> new Reject(face, world.decisions.members(person));
      case 7 -> new Reject(face, world.decisions.members(world.own.getOrDefault(face, person)));
      default -> new Undo(random.nextInt(world.acts.size() + 3));
    };
  }

  private static Map<FaceId, PersonId> held(World world, Map<FaceId, PersonId> own) {
    Map<FaceId, PersonId> held = new TreeMap<>(own);
    held.entrySet()
        .removeIf(
            entry ->
                !world.decisions.held(entry.getKey()) && !world.decisions.held(entry.getValue()));
    return held;
  }

  private static void assertTablesAre(World world, Reference reference) {
    Map<FaceId, PersonId> own = new TreeMap<>();
    world.photos.values().forEach(photo -> own.putAll(reference.own(photo)));
    assertEquals(own, world.own);
    for (PersonId person : world.persons) {
      assertEquals(reference.shown(person), world.shown.get(person), person + " shown");
      assertEquals(reference.name(person), world.names.get(person), person + " called");
      assertEquals(reference.hidden(person), world.hidden.get(person), person + " hidden");
      assertEquals(reference.members(person), world.decisions.members(person));
    }
  }

  private static PhotoId photo(World world, Random random) {
    return pick(List.copyOf(world.photos.keySet()), random);
  }

  private static PersonId person(World world, Random random) {
    return pick(List.copyOf(world.persons), random);
  }

  private static <T> T pick(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
