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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One run of [Grouping#regroup]: the graph of the faces, its labels, and the names of the groups.
///
/// Nodes are first the free faces, then the anchored ones, whose label never changes. Labels are
/// first the people that anchored faces belong to, then one for each free face.
final class Regroup {
  private static final double HALF = .5;

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
    int x = (31 * face.photo().value().hashCode() + face.n()) * 0x9E3779B9;
    return (x ^ (x >>> 15)) * 0x85EBCA6B;
  }

  Map<FaceId, PersonId> run(Supplier<PersonId> mint) {
    Likeness likeness = new Likeness(faces.subList(0, free).stream().map(this::links).toList());
    seed(likeness);
    Whispers.run(likeness.pulls(), labels, this::alone);
    groups().values().forEach(group -> join(group, likeness));
    return named(mint);
  }

  /// The free nodes of each label.
  private Map<Integer, List<Integer>> groups() {
    return IntStream.range(0, free)
        .boxed()
        .collect(Collectors.groupingBy(i -> labels[i], TreeMap::new, Collectors.toList()));
  }

  private Map<FaceId, PersonId> named(Supplier<PersonId> mint) {
    Map<FaceId, PersonId> result = new HashMap<>();
    Map<Integer, List<FaceId>> strangers = new TreeMap<>();
    groups()
        .forEach(
            (label, group) -> {
              List<FaceId> members = group.stream().map(faces::get).toList();
              if (label < people.size()) {
                members.forEach(face -> result.put(face, nearest(face, people.get(label))));
              } else {
                strangers.put(label, members);
              }
            });
    Map<Integer, PersonId> kept = OldIds.keep(strangers, own, Set.copyOf(people));
    strangers.forEach(
        (label, members) -> {
          PersonId person = kept.containsKey(label) ? kept.get(label) : mint.get();
          members.forEach(face -> result.put(face, person));
        });
    return result;
  }

  /// Faces of one old group that are tied begin under one label.
  ///
  /// Of a person with very many faces each one hears only of those most like it, and whispers that
  /// begin with each face alone come to rest in several groups there. Where a face hears of all
  /// that are like it, it begins alone, so that an old group that was wrong can come apart.
  private void seed(Likeness likeness) {
    DisjointSets tied = new DisjointSets(free);
    for (int i = 0; i < free; i++) {
      PersonId person = own.get(faces.get(i));
      for (Pull link : likeness.links(i)) {
        if (person != null
            && person.equals(own.get(faces.get(link.node())))
            && likeness.tied(i, link.node())) {
          tied.join(i, link.node());
        }
      }
    }
    for (int i = 0; i < free; i++) {
      labels[i] = people.size() + tied.root(i);
    }
  }

  private List<Pull> links(FaceId face) {
    List<Pull> links = new ArrayList<>();
    for (Match match : neighbours.getOrDefault(face, List.of())) {
      Integer other = node.get(match.face());
      if (other != null && match.score() >= thresholds.regroup()) {
        links.add(new Pull(other, match.score()));
      }
    }
    return links;
  }

  /// Never somebody who is on the photo already.
  private boolean alone(int i, int label) {
    return photos.getOrDefault(faces.get(i).photo(), List.of()).stream()
        .noneMatch(mate -> mate != i && labels[mate] == label);
  }

  /// A group joins a person whom most of it is like, as a whole; of several the one who pulls most.
  ///
  /// Face by face it would go over to anybody with many faces that are a bit like it.
  private void join(List<Integer> group, Likeness likeness) {
    Map<Integer, List<Pull>> links = new TreeMap<>();
    for (int i : group) {
      for (Pull link : likeness.links(i)) {
        if (link.node() >= free && open(i, labels[link.node()])) {
          links.computeIfAbsent(labels[link.node()], _ -> new ArrayList<>()).add(link);
        }
      }
    }
    links.entrySet().stream()
        .filter(person -> convincing(person.getValue(), group.size()))
        .max(Comparator.comparingDouble(person -> strength(person.getValue())))
        .map(Map.Entry::getKey)
        .ifPresent(
            label -> group.stream().filter(i -> open(i, label)).forEach(i -> labels[i] = label));
  }

  /// Never somebody who is on the photo already, never somebody whom the face rejects.
  private boolean open(int i, int label) {
    return alone(i, label) && !decisions.rejects(faces.get(i), people.get(label));
  }

  /// Half of all links that could be are there, and either several or such as a new face needs.
  private boolean convincing(List<Pull> links, int faces) {
    return density(links, faces) >= HALF
        && (links.size() >= Grouping.EVIDENCE
            || strength(links) / links.size() >= thresholds.assign());
  }

  private static double strength(List<Pull> links) {
    return links.stream().mapToDouble(Pull::weight).sum();
  }

  /// The share of links that there are of those that there could be.
  private static double density(List<Pull> links, int faces) {
    long theirs = links.stream().mapToInt(Pull::node).distinct().count();
    return links.size() / (double) (faces * Math.min(theirs, Grouping.NEIGHBOURS));
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
}
