package app.likeness.bench;

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
import app.likeness.model.Proposal;
import app.likeness.people.Decisions;
import app.likeness.people.Projection;
import app.likeness.people.Touched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How long a decision takes in memory: append it, and project all photos and persons it touched.
///
/// Arguments: faces (100000), acts (10000), acts measured (2000). Faces come four a photo.
public final class DecisionsBench {
  private static final int ON_PHOTO = 4;

  private final Random random = new Random(1);
  private final Map<PhotoId, Map<FaceId, List<Proposal>>> photos = new HashMap<>();
  private final List<FaceId> faces = new ArrayList<>();
  private final int persons;
  private long serial;
  private int strangers;
  private int names;

  private DecisionsBench(int count) {
    persons = count / 20;
    for (int i = 0; i < count; i++) {
      FaceId face = new FaceId(new PhotoId("%020x".formatted(i / ON_PHOTO)), 1 + i % ON_PHOTO);
      faces.add(face);
      photos
          .computeIfAbsent(face.photo(), _ -> new HashMap<>())
          .put(face, List.of(proposal(face), proposal(face)));
    }
  }

  public static void main(String[] args) {
    int[] given = Stream.of(args).mapToInt(Integer::parseInt).toArray();
    int count = given.length > 0 ? given[0] : 100_000;
    int acts = given.length > 1 ? given[1] : 10_000;
    int measured = given.length > 2 ? given[2] : 2_000;
    DecisionsBench bench = new DecisionsBench(count);
    List<Act> log = new ArrayList<>();
    IntStream.rangeClosed(1, acts).forEach(seq -> log.add(bench.act(seq)));
    for (int round = 0; round < 3; round++) { // the first warms up
      long start = System.nanoTime();
      Decisions decisions = Decisions.of(log);
      System.out.printf("read %d acts: %.1f ms%n", acts, (System.nanoTime() - start) / 1e6);
      bench.measure(decisions, measured);
    }
  }

  private void measure(Decisions decisions, int acts) {
    double[] append = new double[acts];
    double[] whole = new double[acts];
    int projected = 0;
    for (int i = 0; i < acts; i++) {
      Act act = act(decisions.last() + 1);
      long start = System.nanoTime();
      Touched touched = decisions.append(act);
      append[i] = (System.nanoTime() - start) / 1e3;
      projected += project(decisions, touched);
      whole[i] = (System.nanoTime() - start) / 1e3;
    }
    Arrays.sort(append);
    Arrays.sort(whole);
    System.out.printf(
        "append: median %.1f µs, p95 %.1f µs, most %.0f µs; with projection: median %.1f µs, "
            + "p95 %.1f µs, most %.0f µs (%d acts, %d faces and persons projected, %d names)%n",
        append[acts / 2], append[acts * 95 / 100], append[acts - 1],
        whole[acts / 2], whole[acts * 95 / 100], whole[acts - 1], acts, projected, names);
  }

  private int project(Decisions decisions, Touched touched) {
    int projected = touched.persons().size();
    for (PhotoId photo : Set.copyOf(touched.faces().stream().map(FaceId::photo).toList())) {
      projected += Projection.own(decisions, photos.get(photo)).size();
    }
    Set<PersonId> shownNow =
        touched.persons().stream().map(decisions::shown).collect(Collectors.toSet());
    for (PersonId shown : shownNow) {
      names += decisions.hidden(shown) || decisions.name(shown).isEmpty() ? 0 : 1;
    }
    return projected;
  }

  private Act act(long seq) {
    List<Decision> gesture = new ArrayList<>();
    PersonId person = person();
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> gesture.add(new Name(person, "Name " + seq));
      case 3 -> gesture.add(new Hide(person, true));
      case 4, 5 -> gesture.add(new Same(stranger(), person));
      case 6, 7 -> IntStream.range(0, 5).forEach(_ -> gesture.add(new Confirm(face(), person)));
      case 8 -> IntStream.range(0, 5).forEach(_ -> gesture.add(new Reject(face(), Set.of(person))));
      default -> gesture.add(new Undo(Math.max(1, seq - 1 - random.nextInt(10))));
    }
    return new Act(seq, Instant.EPOCH, gesture);
  }

  private Proposal proposal(FaceId face) {
    return new Proposal(face, person(), .6, ++serial);
  }

  /// Few persons are met often, most of them once or twice.
  private PersonId person() {
    return new PersonId("p" + (int) (persons * Math.pow(random.nextDouble(), 3)));
  }

  /// People merge each of the strangers at most once, into those whom they know.
  private PersonId stranger() {
    return new PersonId("s" + strangers++);
  }

  private FaceId face() {
    return faces.get(random.nextInt(faces.size()));
  }
}
