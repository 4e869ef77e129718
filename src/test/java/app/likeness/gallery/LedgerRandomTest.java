package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.NewFace;
import app.likeness.catalog.Samples;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.faces.FaceIndex;
import app.likeness.faces.onnx.ModelFiles;
import app.likeness.faces.onnx.OnnxFaceIndex;
import app.likeness.model.Box;
import app.likeness.model.Decision;
import app.likeness.model.Decision.Confirm;
import app.likeness.model.Decision.Hide;
import app.likeness.model.Decision.Name;
import app.likeness.model.Decision.Reject;
import app.likeness.model.Decision.Same;
import app.likeness.model.Decision.Undo;
import app.likeness.model.Embedding;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException.Conflict;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Anything happens to a real catalogue with a real index; its tables stay what the log and the
/// proposals come to when they are read from scratch.
class LedgerRandomTest {
  private static final int STEPS = 40;
  private static final int IDENTITIES = 5;

  @TempDir private Path folder;

  int cases() {
    return 20;
  }

  /// An empty catalogue.
  Catalog open(int seed) {
    return SqliteCatalog.open(folder.resolve(seed + ".db"));
  }

  @Test
  void theTablesEqualTheProjectionWhateverHappens() {
    for (int seed = 0; seed < cases(); seed++) {
      try (Run run = new Run(open(seed), new Random(seed))) {
        for (int step = 0; step < STEPS; step++) {
          run.step();
          run.check("seed " + seed + ", step " + step);
        }
      }
    }
  }

  private static final class Run implements AutoCloseable {
    private final Catalog catalog;
    private final FaceIndex index = new OnnxFaceIndex(ModelFiles.own());
    private final Recognition recognition;
    private final Ledger ledger;
    private final Assignment assignment;
    private final Regroup regroup;
    private final Gestures gestures;
    private final Random random;
    private final Map<PhotoId, Photo> photos = new TreeMap<>();
    private int named;

    Run(Catalog catalog, Random random) {
      this.random = random;
      this.catalog = catalog;
      recognition = new Recognition(catalog, () -> index);
      ledger = new Ledger(catalog);
      assignment = new Assignment(catalog, recognition, ledger);
      regroup = new Regroup(catalog, recognition, ledger, assignment);
      gestures = new Gestures(catalog, ledger);
      for (int i = 0; i < 4; i++) {
        bring();
      }
    }

    void step() {
      switch (random.nextInt(12)) {
        case 0, 1 -> bring();
        case 2 -> erase(any(photos.values()));
        case 3 -> rescan(any(photos.values()));
        case 4 -> regroup.run();
        case 5 -> decideAndUndo();
        default -> decide();
      }
      if (photos.isEmpty() || faces().isEmpty()) {
        bring();
      }
    }

    private void bring() {
      Photo photo = Samples.photo("photo" + named++, random.nextInt(1000));
      photos.put(photo.id(), photo);
      int faces = 1 + random.nextInt(3);
      List<NewFace> found = new ArrayList<>();
      for (int n = 1; n <= faces; n++) {
        found.add(face(photo, n));
      }
      catalog.serially(
          () -> {
            Samples.add(catalog, photo, found.toArray(NewFace[]::new));
            assignment.assign(photo.id());
            return true;
          });
    }

    private NewFace face(Photo photo, int n) {
      FaceId id = new FaceId(photo.id(), n);
      Embedding embedding = likeness(random.nextInt(IDENTITIES));
      if (Assignment.good(index.thresholds(), embedding.length(), 100)) {
        recognition.index().add(id, embedding);
      }
      return new NewFace(id, new Box(n / 10.0, .1, .1, .1), .9, 100, "thumb-" + id, embedding);
    }

    /// One in eight is too poor to be assigned.
    private Embedding likeness(int identity) {
      float[] own = Samples.embedding(identity, 1).vector();
      float[] other = Samples.embedding(random.nextLong(), 1).vector();
      double noise = .5 + .7 * random.nextDouble();
      float[] vector = new float[own.length];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) ((own[i] + noise * other[i]) / Math.sqrt(1 + noise * noise));
      }
      double quality = random.nextInt(8) == 0 ? 1 : 2.5 + random.nextDouble();
      return new Embedding(index.model(), vector, (float) quality);
    }

    private void erase(Photo photo) {
      index.remove(catalog.faces().of(photo.id()).stream().map(Face::id).toList());
      photos.remove(photo.id());
      catalog.serially(
          () -> {
            catalog.photos().erase(photo.id());
            ledger.reload();
            return true;
          });
    }

    /// Finds about half of the faces again and perhaps a new one; the held ones stay.
    private void rescan(Photo photo) {
      List<NewFace> found = new ArrayList<>();
      Set<FaceId> kept = new HashSet<>();
      Set<FaceId> gone = new HashSet<>();
      for (Face face : catalog.faces().of(photo.id())) {
        if (random.nextBoolean()) {
          index.remove(Set.of(face.id()));
          found.add(face(photo, face.id().n()));
        } else {
          (ledger.decisions().held(face.id()) ? kept : gone).add(face.id());
        }
      }
      found.add(face(photo, catalog.faces().lastNumber(photo.id()) + 1));
      catalog.serially(
          () -> {
            catalog.photos().complete(photo, found, kept, null);
            ledger.project(Set.of(photo.id()));
            assignment.assign(photo.id());
            return true;
          });
      index.remove(gone);
    }

    /// Whatever the machine does in between, an undo brings the faces back that people spoke of.
    private void decideAndUndo() {
      List<Face> before = all();
      if (!decide()) {
        return;
      }
      long act = ledger.decisions().last();
      bring();
      regroup.run();
      catalog.serially(() -> ledger.append(List.of(new Undo(act))));
      Map<FaceId, Face> after = catalog.faces().find(before.stream().map(Face::id).toList());
      for (Face face : before) {
        if (face.own() != null
            && (ledger.decisions().held(face.id()) || ledger.decisions().held(face.own()))) {
          assertThat(after.get(face.id()).own()).as("%s is back", face.id()).isEqualTo(face.own());
        }
      }
    }

    private boolean decide() {
      List<Decision> gesture = new ArrayList<>(List.of(decision()));
      if (random.nextInt(3) == 0) {
        gesture.add(decision());
      }
      try {
        catalog.serially(() -> ledger.append(gestures.whole(gesture)));
        return true;
      } catch (Conflict _) {
        ledger.reload();
        return false;
      }
    }

    private Decision decision() {
      FaceId face = any(faces());
      PersonId person = Optional.ofNullable(any(all()).own()).orElse(new PersonId("nobody"));
      PersonId other = Optional.ofNullable(any(all()).own()).orElse(new PersonId("nobody"));
      return switch (random.nextInt(9)) {
        case 0 -> new Name(person, random.nextInt(4) == 0 ? "" : "Name " + named++);
        case 1 -> new Hide(person, random.nextBoolean());
        case 2, 3 -> new Same(person, other);
        case 4 -> new Confirm(face, person);
        case 5 -> new Reject(face, Set.of(person));
        default -> new Undo(1 + random.nextInt(1 + (int) ledger.decisions().last()));
      };
    }

    private List<Face> all() {
      return photos.keySet().stream().flatMap(id -> catalog.faces().of(id).stream()).toList();
    }

    private List<FaceId> faces() {
      return all().stream().map(Face::id).toList();
    }

    private <T> T any(Collection<T> all) {
      return List.copyOf(all).get(random.nextInt(all.size()));
    }

    void check(String when) {
      new ProjectionCheck(catalog, photos.keySet()).check(when);
    }

    @Override
    public void close() {
      recognition.close();
      catalog.close();
    }
  }
}
