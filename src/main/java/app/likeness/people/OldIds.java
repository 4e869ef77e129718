package app.likeness.people;

import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which new group goes on under which old id, so that a person stays the same one to people.
final class OldIds {
  private record Claim(int group, PersonId person, int shared) {}

  private OldIds() {}

  /// Each group keeps the id of the old group it shares most faces with, each id goes to one group.
  ///
  /// @param taken ids that are not to be had
  static Map<Integer, PersonId> keep(
      Map<Integer, List<FaceId>> groups, Map<FaceId, PersonId> own, Set<PersonId> taken) {
    List<Claim> claims = new ArrayList<>();
    groups.forEach((group, faces) -> claims.addAll(claims(group, faces, own)));
    claims.sort(
        Comparator.comparingInt(Claim::shared)
            .reversed()
            .thenComparing(Claim::person)
            .thenComparingInt(Claim::group));
    Map<Integer, PersonId> kept = new HashMap<>();
    Set<PersonId> used = new HashSet<>(taken);
    for (Claim claim : claims) {
      if (!kept.containsKey(claim.group) && used.add(claim.person)) {
        kept.put(claim.group, claim.person);
      }
    }
    return kept;
  }

  private static List<Claim> claims(int group, List<FaceId> faces, Map<FaceId, PersonId> own) {
    Map<PersonId, Integer> shared = new HashMap<>();
    faces.stream()
        .map(own::get)
        .filter(Objects::nonNull)
        .forEach(person -> shared.merge(person, 1, Integer::sum));
    List<Claim> claims = new ArrayList<>();
    shared.forEach((person, count) -> claims.add(new Claim(group, person, count)));
    return claims;
  }
}
