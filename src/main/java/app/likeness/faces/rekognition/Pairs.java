package app.likeness.faces.rekognition;

import app.likeness.model.FaceId;
import app.likeness.model.Match;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which faces were found alike, so that each face is paid for once; safe for use by many threads.
///
/// Likeness is mutual: who comes later is asked about those before, and both learn of it.
final class Pairs {
  static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::face);

  private final Map<FaceId, Map<FaceId, Double>> searched;

  /// @param faces how many to remember; those not asked for the longest time are forgotten
  Pairs(int faces) {
    searched =
        new LinkedHashMap<>(16, .75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<FaceId, Map<FaceId, Double>> eldest) {
            return size() > faces;
          }
        };
  }

  /// Notes the result of a search for all that are like a face.
  synchronized void put(FaceId face, List<Match> matches) {
    Map<FaceId, Double> like = new HashMap<>();
    matches.forEach(match -> like.put(match.face(), match.score()));
    searched.put(face, like);
    for (Match match : matches) {
      Map<FaceId, Double> other = searched.get(match.face());
      if (other != null) {
        other.put(face, match.score());
      }
    }
  }

  /// What is like a face that was searched for, best first; empty when it was not.
  synchronized Optional<List<Match>> of(FaceId face) {
    return Optional.ofNullable(searched.get(face))
        .map(
            like ->
                like.entrySet().stream()
                    .map(each -> new Match(each.getKey(), each.getValue()))
                    .sorted(BEST_FIRST)
                    .toList());
  }

  synchronized void forget(Collection<FaceId> faces) {
    searched.keySet().removeAll(faces);
    searched.values().forEach(like -> like.keySet().removeAll(faces));
  }
}
