package app.likeness.bench;

import app.likeness.faces.FaceIndex;
import app.likeness.faces.FoundFace;
import app.likeness.faces.onnx.ModelFiles;
import app.likeness.faces.onnx.OnnxFaceIndex;
import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.Thresholds;
import app.likeness.people.Decisions;
import app.likeness.people.Grouping;
import app.likeness.pictures.ContentReader;
import app.likeness.pictures.Decoded;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.leptonica.LeptonicaDecoder;
import app.likeness.pictures.metadata.ExifReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Measures whether the groups that faces fall into are people.
///
/// Arguments: a folder of `<person>/*.jpg`, where a person is the largest face on each of their
/// photos; and in how many random orders to import them (20). Figures are B-cubed (Bagga and
/// Baldwin 1998): of those grouped with a face, the share that is the same person (precision); of
/// those that are the same person, the share that is grouped with it (recall).
public final class RecognitionBench {
  private static final int LONG_SIDE = 1600;
  private static final int NEIGHBOURS = 64;

  private final FaceIndex index;
  private final PictureReader reader =
      new ContentReader(List.of(new LeptonicaDecoder()), new ExifReader());
  private final List<List<FaceId>> photos = new ArrayList<>();
  private final Map<FaceId, String> people = new HashMap<>();

  private RecognitionBench(FaceIndex index) {
    this.index = index;
  }

  public static void main(String[] args) throws IOException {
    int orders = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    try (FaceIndex index = new OnnxFaceIndex(ModelFiles.find())) {
      RecognitionBench bench = new RecognitionBench(index);
      bench.find(Path.of(args[0]));
      bench.group(orders);
    }
  }

  private void find(Path folder) throws IOException {
    for (Path person : list(folder)) {
      for (Path photo : list(person)) {
        find(photo, person.getFileName().toString());
      }
    }
    long persons = people.values().stream().distinct().count();
    long faces = photos.stream().mapToLong(List::size).sum();
    System.out.printf(
        "%d photos of %d people: found on %d of them, and %d other faces%n",
        photos.size(), persons, people.size(), faces - people.size());
  }

  private void find(Path photo, String person) throws IOException {
    Decoded decoded = reader.read(Files.readAllBytes(photo), LONG_SIDE);
    Thresholds t = index.thresholds();
    PhotoId id = new PhotoId("photo" + photos.size());
    List<FaceId> faces = new ArrayList<>();
    int n = 0;
    List<FoundFace> largestFirst =
        index.find(decoded.picture()).stream()
            .sorted(Comparator.comparingDouble((FoundFace f) -> f.box().area()).reversed())
            .toList();
    for (FoundFace found : largestFirst) {
      FaceId face = new FaceId(id, ++n);
      if (n == 1) {
        people.put(face, person);
      }
      if (found.embedding().length() >= t.quality()
          && found.box().height() * decoded.height() >= t.minPixels()) {
        index.add(face, found.embedding());
        faces.add(face);
      } else {
        System.out.printf("too poor to be assigned: %s of %s%n", face, photo.getFileName());
      }
    }
    photos.add(faces);
  }

  private void group(int orders) {
    Score online = new Score();
    Score regrouped = new Score();
    for (int order = 0; order < orders; order++) {
      List<List<FaceId>> shuffled = new ArrayList<>(photos);
      Collections.shuffle(shuffled, new Random(order));
      Map<FaceId, PersonId> own = new HashMap<>();
      shuffled.forEach(photo -> assign(photo, own));
      online.add(people, own);
      regrouped.add(people, regroup(own));
    }
    online.print("one after the other");
    regrouped.print("and then regrouped");
  }

  private void assign(List<FaceId> photo, Map<FaceId, PersonId> own) {
    Set<PersonId> taken = new HashSet<>();
    for (FaceId face : photo) {
      List<Match> near =
          index.neighbours(face, NEIGHBOURS, index.thresholds().suggest()).stream()
              .filter(match -> own.containsKey(match.face()))
              .toList();
      PersonId person =
          Grouping.choose(
                  face,
                  near,
                  other -> Optional.ofNullable(own.get(other)),
                  Decisions.of(List.of()),
                  index.thresholds(),
                  taken)
              .map(Grouping.Choice::person)
              .orElseGet(PersonId::mint);
      own.put(face, person);
      taken.add(person);
    }
  }

  private Map<FaceId, PersonId> regroup(Map<FaceId, PersonId> own) {
    Map<FaceId, List<Match>> near = new HashMap<>();
    for (FaceId face : own.keySet()) {
      near.put(face, index.neighbours(face, NEIGHBOURS, index.thresholds().regroup()));
    }
    return Grouping.regroup(
        near, own, Decisions.of(List.of()), index.thresholds(), PersonId::mint);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }

  /// The mean over the orders.
  private static final class Score {
    private double precision;
    private double recall;
    private int mixed;
    private int groups;
    private int orders;

    void add(Map<FaceId, String> people, Map<FaceId, PersonId> own) {
      Map<PersonId, Map<String, Integer>> byGroup = new HashMap<>();
      Map<String, Integer> byPerson = new HashMap<>();
      people.forEach(
          (face, person) -> {
            PersonId group = own.getOrDefault(face, new PersonId(face.toString()));
            byGroup.computeIfAbsent(group, _ -> new HashMap<>()).merge(person, 1, Integer::sum);
            byPerson.merge(person, 1, Integer::sum);
          });
      for (Map<String, Integer> group : byGroup.values()) {
        double size = group.values().stream().mapToInt(n -> n).sum();
        group.forEach(
            (person, n) -> {
              precision += n * n / size / people.size();
              recall += (double) n * n / byPerson.get(person) / people.size();
            });
        mixed += group.size() > 1 ? 1 : 0;
      }
      groups += byGroup.size();
      orders++;
    }

    void print(String how) {
      double p = precision / orders;
      double r = recall / orders;
      System.out.printf(
          "%s: precision %.4f, recall %.4f, F1 %.4f; %d mixed of %.1f groups, mean of %d orders%n",
          how, p, r, 2 * p * r / (p + r), mixed, (double) groups / orders, orders);
    }
  }
}
