package app.likeness.people;

import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.Thresholds;
import app.likeness.people.Whispers.Pull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// One run of [Grouping#regroup]: the graph of the faces, its labels, and the names of the groups.
///
/// Nodes are first the free faces, then the anchored ones, whose label never changes. Labels are
/// first the people that anchored faces belong to, then one for each free face.
final class Regroup {
  private final Map<FaceId, List<Match>> neighbours;
  private final Map<FaceId, PersonId> own;
  private final Decisions decisions;
  private final Thresholds thresholds;

  private final List<FaceId> faces;
  private final int free;
  private final List<PersonId> people;
  private final int[] labels;
  private final Map<FaceId, Integer> node = new HashMap<>();
  private final Map<PhotoId, List<Integer>> photos = new HashMap<>();

  Regroup(
      Map<FaceId, List<Match>> neighbours,
      Map<FaceId, PersonId> own,
      Decisions decisions,
      Thresholds thresholds) {
    this.neighbours = neighbours;
    this.own = own;
    this.decisions = decisions;
    this.thresholds = thresholds;
    faces = new ArrayList<>(neighbours.keySet().stream().filter(f -> !anchored(f)).toList());
    faces.sort(Comparator.comparingInt(Regroup::shuffled).thenComparing(f -> f));
    free = faces.size();
    faces.addAll(own.keySet().stream().filter(this::anchored).toList());
    people =
        faces.subList(free, faces.size()).stream().map(this::shown).distinct().sorted().toList();
    labels = new int[faces.size()];
    Map<PersonId, Integer> label = new HashMap<>();
    people.forEach(person -> label.put(person, label.size()));
    for (int i = 0; i < labels.length; i++) {
      FaceId face = faces.get(i);
      labels[i] = i < free ? people.size() + i : Objects.requireNonNull(label.get(shown(face)));
      node.put(face, i);
      photos.computeIfAbsent(face.photo(), _ -> new ArrayList<>(1)).add(i);
    }
  }

  /// Whether it stays with whom it is: it takes no part, or people spoke of it or of them.
  private boolean anchored(FaceId face) {
    PersonId person = own.get(face);
    return person != null
        && (!neighbours.containsKey(face) || decisions.held(face) || decisions.held(person));
  }

  private PersonId shown(FaceId face) {
    return decisions.shown(Objects.requireNonNull(own.get(face)));
  }

  /// An order that has nothing to do with photos or dates, yet is always the same.
  private static int shuffled(FaceId face) {
    int x = face.toString().hashCode() * 0x9E3779B9;
    return (x ^ (x >>> 15)) * 0x85EBCA6B;
  }

  Map<FaceId, PersonId> run(Supplier<PersonId> mint) {
    List<List<Pull>> pulls = faces.subList(0, free).stream().map(this::pulls).toList();
    seed(pulls);
    Whispers.run(pulls, labels, this::allows);
    Map<Integer, List<FaceId>> groups = new TreeMap<>();
    Map<FaceId, PersonId> result = new HashMap<>();
    for (int i = 0; i < free; i++) {
      FaceId face = faces.get(i);
      if (labels[i] < people.size()) {
        result.put(face, nearest(face, people.get(labels[i])));
      } else {
        groups.computeIfAbsent(labels[i], _ -> new ArrayList<>()).add(face);
      }
    }
    Map<Integer, PersonId> kept = keep(groups);
    groups.forEach(
        (label, group) -> {
          PersonId person = kept.containsKey(label) ? kept.get(label) : mint.get();
          group.forEach(face -> result.put(face, person));
        });
    return result;
  }

  /// Linked faces of an old group begin under one label.
  ///
  /// A face hears only those most like it, which are a small part of a person with very many faces;
  /// whispers that begin with each face alone come to rest in several groups there.
  private void seed(List<List<Pull>> pulls) {
    for (int i = 0; i < free; i++) {
      PersonId person = own.get(faces.get(i));
      for (Pull pull : pulls.get(i)) {
        if (pull.node() < free && person != null && person.equals(own.get(faces.get(pull.node())))) {
          int one = root(i);
          int other = root(pull.node());
          labels[Math.max(one, other)] = labels[Math.min(one, other)];
        }
      }
    }
    for (int i = 0; i < free; i++) {
      labels[i] = labels[root(i)];
    }
  }

  /// The face whose label is its own among those that this one shares its label with.
  private int root(int i) {
    int root = i;
    while (labels[root] != people.size() + root) {
      labels[root] = labels[labels[root] - people.size()];
      root = labels[root] - people.size();
    }
    return root;
  }

  private List<Pull> pulls(FaceId face) {
    List<Pull> pulls = new ArrayList<>();
    for (Match match : neighbours.getOrDefault(face, List.of())) {
      Integer other = node.get(match.face());
      if (other != null && match.score() >= thresholds.regroup()) {
        pulls.add(new Pull(other, match.score()));
      }
    }
    return pulls;
  }

  /// Never somebody whom the face rejects, never somebody who is on the photo already.
  private boolean allows(int i, int label) {
    FaceId face = faces.get(i);
    boolean onPhoto =
        photos.getOrDefault(face.photo(), List.of()).stream()
            .anyMatch(mate -> mate != i && labels[mate] == label);
    return !onPhoto && (label >= people.size() || !decisions.rejects(face, people.get(label)));
  }

  /// The member of a class whose face is most like this one.
  private PersonId nearest(FaceId face, PersonId shown) {
    return neighbours.getOrDefault(face, List.of()).stream()
        .filter(match -> node.getOrDefault(match.face(), 0) >= free)
        .filter(match -> shown(match.face()).equals(shown))
        .max(Comparator.comparingDouble(Match::score))
        .map(match -> Objects.requireNonNull(own.get(match.face())))
        .orElse(shown);
  }

  private record Claim(int label, PersonId person, int shared) {}

  /// Each group keeps the id of the old group it shares most faces with, each id goes to one group.
  private Map<Integer, PersonId> keep(Map<Integer, List<FaceId>> groups) {
    List<Claim> claims = new ArrayList<>();
    groups.forEach(
        (label, group) -> {
          Map<PersonId, Integer> shared = new HashMap<>();
          group.stream()
              .map(own::get)
              .filter(Objects::nonNull)
              .forEach(person -> shared.merge(person, 1, Integer::sum));
          shared.forEach((person, count) -> claims.add(new Claim(label, person, count)));
        });
    claims.sort(
        Comparator.comparingInt(Claim::shared)
            .reversed()
            .thenComparing(Claim::person)
            .thenComparingInt(Claim::label));
    Map<Integer, PersonId> kept = new HashMap<>();
    Set<PersonId> used = new HashSet<>(people);
    for (Claim claim : claims) {
      if (!kept.containsKey(claim.label) && used.add(claim.person)) {
        kept.put(claim.label, claim.person);
      }
    }
    return kept;
  }
}
