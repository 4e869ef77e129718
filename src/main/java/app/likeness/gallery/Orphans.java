package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Faces that a remote index remembers and no photo has, as a crash between two steps leaves them:
/// nobody is taken for them, and the index is made to forget them.
final class Orphans {
  /// A photo in these states may have faces in the index before they have rows.
  private static final Set<PhotoState> UNDER_WAY =
      EnumSet.of(PhotoState.PENDING, PhotoState.UPLOADED, PhotoState.WORKING);

  private final Catalog catalog;
  private final Recognition recognition;

  Orphans(Catalog catalog, Recognition recognition) {
    this.catalog = catalog;
    this.recognition = recognition;
  }

  /// Those matches whose face some photo has.
  List<Match> without(List<Match> matches) {
    if (!recognition.index().remote()) {
      return matches;
    }
    Set<FaceId> known = known(matches.stream().map(Match::face).toList());
    return matches.stream().filter(match -> known.contains(match.face())).toList();
  }

  /// Looks through all that the index remembers.
  void sweep() {
    recognition.index().known(this::known);
  }

  private Set<FaceId> known(Collection<FaceId> faces) {
    Map<FaceId, Face> known = catalog.faces().find(faces);
    recognition.forget(
        faces.stream()
            .filter(face -> !known.containsKey(face) && !underWay(face.photo()))
            .collect(Collectors.toSet()));
    return known.keySet();
  }

  private boolean underWay(PhotoId photo) {
    return catalog.photos().find(photo).filter(found -> UNDER_WAY.contains(found.state())).isPresent()
        || catalog.setting(Rescan.UNDER_WAY).filter(photo.value()::equals).isPresent();
  }
}
