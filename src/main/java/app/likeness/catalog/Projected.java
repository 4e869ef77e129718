package app.likeness.catalog;

import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the projection of decisions and proposals came to, as far as it differs from the tables.
///
/// @param own faces whose own person is now another, or nobody (`null`)
/// @param shown persons that are now shown as another, or as themselves again
/// @param told shown persons whose name or hiding is now another
public record Projected(
    Map<FaceId, @Nullable PersonId> own, Map<PersonId, PersonId> shown, Set<Told> told) {
  /// What people decided to call a shown person, and whether they are hidden.
  public record Told(PersonId person, String name, boolean hidden) {}
}
