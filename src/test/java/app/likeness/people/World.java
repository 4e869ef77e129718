package app.likeness.people;

import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.Decision.Confirm;
import app.likeness.model.Decision.Name;
import app.likeness.model.Decision.Reject;
import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.Proposal;
import app.likeness.model.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A small gallery in memory whose tables are written only where an act or the machine touched them.
final class World {
  private static final Thresholds THRESHOLDS = new Thresholds(.5, .32, .45, 2, 32);
  private static final int IDENTITIES = 4;

  final List<Act> acts = new ArrayList<>();
  final Map<PhotoId, Map<FaceId, List<Proposal>>> photos = new TreeMap<>();
  final Set<PersonId> persons = new TreeSet<>();
  Decisions decisions = Decisions.of(acts);

  final Map<FaceId, PersonId> own = new TreeMap<>();
  final Map<PersonId, PersonId> shown = new TreeMap<>();
  final Map<PersonId, String> names = new TreeMap<>();
  final Map<PersonId, Boolean> hidden = new TreeMap<>();

  private final Random random;
  private final Map<FaceId, Integer> identities = new HashMap<>();
  private final Map<PhotoId, Integer> lastNumbers = new HashMap<>();
  private long serial;

  World(Random random) {
    this.random = random;
  }

  PersonId mint() {
    PersonId person = new PersonId("p" + (10 + persons.size()));
    persons.add(person);
    show(person);
    return person;
  }

  List<FaceId> faces() {
    return photos.values().stream().flatMap(photo -> photo.keySet().stream()).toList();
  }

  // What people do.

  Act decide(List<Decision> gesture) {
    Act act = new Act(decisions.last() + 1, Instant.EPOCH, gesture);
    acts.add(act);
    Touched touched = decisions.append(act);
    touched.faces().stream().map(FaceId::photo).distinct().forEach(this::project);
    touched.persons().forEach(this::show);
    return act;
  }

  /// Deletes a photo for good, and strikes its faces from the log.
  void erase(PhotoId photo) {
    photos.remove(photo);
    own.keySet().removeIf(face -> face.photo().equals(photo));
    strike(
        decision ->
            switch (decision) {
              case Confirm confirm -> confirm.face().photo().equals(photo);
              case Reject reject -> reject.face().photo().equals(photo);
              default -> false;
            });
  }

  /// Strikes every name that a person's class was ever given.
  void forgetNames(PersonId person) {
    Set<PersonId> members = decisions.members(person);
    strike(decision -> decision instanceof Name name && members.contains(name.person()));
    members.forEach(this::show);
  }

  private void strike(Predicate<Decision> struck) {
    acts.replaceAll(
        act ->
            new Act(
                act.seq(),
                act.at(),
                act.decisions().stream().filter(struck.negate()).toList()));
    decisions = Decisions.of(acts);
  }

  // What the machine does.

  void add(PhotoId photo, int faces) {
    if (photos.putIfAbsent(photo, new TreeMap<>()) != null) {
      return;
    }
    lastNumbers.put(photo, 0);
    for (int i = 0; i < faces; i++) {
      addFace(photo);
    }
    assign(photo);
  }

  private void addFace(PhotoId photo) {
    FaceId face = new FaceId(photo, lastNumbers.merge(photo, 1, Integer::sum));
    photos.get(photo).put(face, List.of());
    identities.put(face, random.nextInt(IDENTITIES));
  }

  /// Some faces that nobody spoke of go, some come; answers whether any went.
  boolean rescan(PhotoId photo) {
    boolean gone =
        photos.get(photo).keySet().removeIf(f -> !decisions.held(f) && random.nextInt(3) == 0);
    own.keySet().removeIf(f -> f.photo().equals(photo) && !photos.get(photo).containsKey(f));
    if (random.nextBoolean() || photos.get(photo).isEmpty()) {
      addFace(photo);
    }
    project(photo);
    assign(photo);
    return gone;
  }

  /// Proposes somebody for each face of a photo that belongs to nobody.
  void assign(PhotoId photo) {
    for (FaceId face : photos.get(photo).keySet()) {
      if (!own.containsKey(face)) {
        Set<PersonId> onPhoto =
            photos.get(photo).keySet().stream()
                .filter(own::containsKey)
                .map(own::get)
                .collect(Collectors.toSet());
        PersonId person =
            Grouping.choose(
                    face,
                    neighbours(face, THRESHOLDS.suggest()),
                    f -> Optional.ofNullable(own.get(f)),
                    decisions,
                    THRESHOLDS,
                    onPhoto)
                .map(Grouping.Choice::person)
                .orElseGet(this::mint);
        propose(face, person);
        project(photo);
      }
    }
  }

  /// Groups anew some of the free faces; answers those that moved, and to whom.
  Map<FaceId, PersonId> regroup() {
    Map<FaceId, List<Match>> free = new LinkedHashMap<>();
    for (FaceId face : own.keySet()) {
      if (Grouping.free(face, photos.get(face.photo()), decisions) && random.nextInt(5) > 0) {
        free.put(face, neighbours(face, THRESHOLDS.regroup()));
      }
    }
    Map<FaceId, PersonId> moved =
        Grouping.regroup(free, Map.copyOf(own), decisions, THRESHOLDS, this::mint);
    moved.entrySet().removeIf(entry -> entry.getValue().equals(own.get(entry.getKey())));
    moved.forEach(
        (face, person) -> {
          photos.get(face.photo()).put(face, List.of());
          propose(face, person);
        });
    moved.keySet().stream().map(FaceId::photo).distinct().forEach(this::project);
    return moved;
  }

  private void propose(FaceId face, PersonId person) {
    List<Proposal> proposals = new ArrayList<>(photos.get(face.photo()).get(face));
    proposals.add(new Proposal(face, person, random.nextDouble(), ++serial));
    photos.get(face.photo()).put(face, proposals);
  }

  private List<Match> neighbours(FaceId face, double atLeast) {
    return faces().stream()
        .filter(other -> !other.equals(face))
        .map(other -> new Match(other, likeness(face, other)))
        .filter(match -> match.score() >= atLeast)
        .sorted(Comparator.comparingDouble(Match::score).reversed())
        .toList();
  }

  /// Mostly high for two faces of one identity and low for others, but not always.
  private double likeness(FaceId a, FaceId b) {
    int mixed = (a.hashCode() ^ b.hashCode()) * 0x9E3779B9;
    double noise = (mixed >>> 8) / (double) (1 << 24);
    return identities.get(a).equals(identities.get(b)) ? .3 + .6 * noise : .6 * noise;
  }

  // How the tables follow.

  void project(PhotoId photo) {
    Projection.own(decisions, photos.get(photo))
        .forEach(
            (face, person) -> {
              if (person == null) {
                own.remove(face);
              } else {
                own.put(face, person);
              }
            });
  }

  private void show(PersonId person) {
    shown.put(person, decisions.shown(person));
    names.put(person, decisions.name(person));
    hidden.put(person, decisions.hidden(person));
  }
}
