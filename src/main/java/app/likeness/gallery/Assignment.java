package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.faces.FaceIndex;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Match;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.Thresholds;
import app.likeness.people.Grouping;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Proposes whose a face is; one photo after the other, so that two of a newcomer are one person.
final class Assignment {
  private final Catalog catalog;
  private final Recognition recognition;
  private final Ledger ledger;
  private final Orphans orphans;
  private final Others others;

  Assignment(Catalog catalog, Recognition recognition, Ledger ledger) {
    this.catalog = catalog;
    this.recognition = recognition;
    orphans = new Orphans(catalog, recognition);
    this.ledger = ledger;
    others = new Others(catalog, recognition, ledger);
  }

  /// Learns what other processes have written; call it first inside [Catalog#serially].
  void catchUp() {
    others.catchUp();
  }

  /// Whether a face is good enough to be assigned by the machine at all.
  static boolean good(Thresholds t, double quality, int pixels) {
    return quality >= t.quality() && pixels >= t.minPixels();
  }

  /// The person that an indexed face looks like at this moment, only for naming its thumbnail, which
  /// is not worth paying for.
  Optional<PersonId> likely(FaceId face) {
    FaceIndex index = recognition.index();
    if (index.remote()) {
      return Optional.empty();
    }
    return index.neighbours(face, 1, index.thresholds().assign()).stream()
        .findFirst()
        .flatMap(match -> ownOf(List.of(match.face())).values().stream().findFirst());
  }

  /// Proposes a person, a new one if need be, for each good face of a photo that has none.
  ///
  /// Call it inside [Catalog#serially]; all the photo's good faces must be in the index.
  void assign(PhotoId photo) {
    for (Face face : catalog.faces().of(photo)) {
      if (face.own() == null && good(recognition.thresholds(), face.quality(), face.pixels())) {
        try {
          propose(face.id());
          ledger.project(Set.of(photo));
        } catch (GalleryException.NotFound _) {
          // Another model saw it; it waits for the next scan.
        }
      }
    }
  }

  private void propose(FaceId face) {
    FaceIndex index = recognition.index();
    Thresholds t = index.thresholds();
    List<Match> matches =
        orphans.without(index.neighbours(face, Grouping.NEIGHBOURS, t.suggest()));
    Map<FaceId, PersonId> own = ownOf(matches.stream().map(Match::face).toList());
    Set<PersonId> taken = new HashSet<>();
    for (Face other : catalog.faces().of(face.photo())) {
      if (other.own() != null) {
        taken.add(other.own());
      }
    }
    var choice =
        Grouping.choose(
            face, matches, id -> Optional.ofNullable(own.get(id)), ledger.decisions(), t, taken);
    if (choice.isPresent()) {
      catalog.faces().propose(face, choice.get().person(), choice.get().score());
    } else {
      catalog.faces().propose(face, PersonId.mint(), 1);
    }
  }

  private Map<FaceId, PersonId> ownOf(Collection<FaceId> faces) {
    return catalog.faces().find(faces).values().stream()
        .filter(face -> face.own() != null)
        .collect(Collectors.toMap(Face::id, Face::own));
  }
}
