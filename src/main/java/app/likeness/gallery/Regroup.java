package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.faces.FaceIndex;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Match;
import app.likeness.model.Page;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.Proposal;
import app.likeness.people.Grouping;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Groups anew the people whom nobody has touched, around all faces that came since the last time.
///
/// Only the neighbourhood of what is new is looked at: the new faces, the free people they are
/// near, and those people's faces. The search runs beside other work, the verdict where writes pass.
final class Regroup {
  private static final String DONE = "regrouped";
  private static final int PAGE = 1000;

  private final Catalog catalog;
  private final Recognition recognition;
  private final Ledger ledger;
  private final Assignment assignment;

  Regroup(Catalog catalog, Recognition recognition, Ledger ledger, Assignment assignment) {
    this.catalog = catalog;
    this.recognition = recognition;
    this.ledger = ledger;
    this.assignment = assignment;
  }

  /// One at a time; interrupted, it leaves what is new for the next time.
  synchronized void run() {
    long since = Long.parseLong(catalog.setting(DONE).orElse("0"));
    Map<FaceId, List<Match>> near = new TreeMap<>();
    long last = since;
    for (List<Proposal> page = fresh(since); !page.isEmpty(); page = fresh(last)) {
      look(page.stream().map(Proposal::face).toList(), near);
      last = page.getLast().serial();
    }
    if (last > since) {
      look(catalog.serially(() -> companions(near)), near);
      catalog.serially(() -> write(near));
      // What was proposed while looking, here or by imports, is looked at the next time.
      catalog.setting(DONE, Long.toString(last));
    }
  }

  /// Everything is new to the next run: another model sees other likenesses.
  void forget() {
    catalog.setting(DONE, "0");
  }

  private List<Proposal> fresh(long since) {
    return catalog.faces().since(since, PAGE);
  }

  private void look(Collection<FaceId> faces, Map<FaceId, List<Match>> near) {
    FaceIndex index = recognition.index();
    for (FaceId face : faces) {
      if (Thread.currentThread().isInterrupted()) {
        throw new GalleryException.Unavailable("Grouping was interrupted; it goes on later.", null);
      }
      if (!near.containsKey(face)) {
        try {
          near.put(
              face, index.neighbours(face, Grouping.NEIGHBOURS, index.thresholds().regroup()));
        } catch (GalleryException.NotFound _) {
          // deleted meanwhile
        }
      }
    }
  }

  /// Every face of the free people that the new faces are, or are near to.
  private Set<FaceId> companions(Map<FaceId, List<Match>> near) {
    Set<FaceId> around = new HashSet<>(near.keySet());
    near.values().forEach(matches -> matches.forEach(match -> around.add(match.face())));
    Set<PersonId> persons =
        catalog.faces().find(around).values().stream()
            .map(Face::own)
            .filter(own -> own != null && !ledger.decisions().held(own))
            .collect(Collectors.toSet());
    Set<FaceId> faces = new HashSet<>();
    for (PersonId person : persons) {
      String cursor = null;
      do {
        Page<Face> page = catalog.faces().of(person, cursor, PAGE);
        page.items().forEach(face -> faces.add(face.id()));
        cursor = page.next();
      } while (cursor != null);
    }
    return faces;
  }

  private @Nullable Void write(Map<FaceId, List<Match>> near) {
    keepFree(near);
    Map<FaceId, PersonId> own = own(near);
    near.keySet().retainAll(own.keySet());
    var groups =
        Grouping.regroup(
            near, own, ledger.decisions(), recognition.thresholds(), PersonId::mint);
    Map<FaceId, PersonId> moved = new TreeMap<>(groups);
    moved.entrySet().removeIf(entry -> entry.getValue().equals(own.get(entry.getKey())));
    catalog.faces().withdraw(moved.keySet());
    moved.forEach((face, person) -> catalog.faces().propose(face, person, 1));
    Set<PhotoId> photos = moved.keySet().stream().map(FaceId::photo).collect(Collectors.toSet());
    ledger.project(photos);
    photos.forEach(assignment::assign);
    return null;
  }

  private void keepFree(Map<FaceId, List<Match>> near) {
    Map<PhotoId, Map<FaceId, List<Proposal>>> proposals = new HashMap<>();
    near.keySet()
        .removeIf(
            face ->
                !Grouping.free(
                    face,
                    proposals.computeIfAbsent(face.photo(), catalog.faces()::proposals),
                    ledger.decisions()));
  }

  /// Whose the faces to group are, those like them, and those beside them on their photos.
  private Map<FaceId, PersonId> own(Map<FaceId, List<Match>> near) {
    Set<FaceId> like = new HashSet<>();
    near.values().forEach(matches -> matches.forEach(match -> like.add(match.face())));
    Map<FaceId, Face> faces = new HashMap<>(catalog.faces().find(like));
    Set<PhotoId> photos = near.keySet().stream().map(FaceId::photo).collect(Collectors.toSet());
    photos.forEach(photo -> catalog.faces().of(photo).forEach(face -> faces.put(face.id(), face)));
    Map<FaceId, PersonId> own = new HashMap<>();
    faces.forEach(
        (id, face) -> {
          if (face.own() != null) {
            own.put(id, face.own());
          }
        });
    return own;
  }
}
