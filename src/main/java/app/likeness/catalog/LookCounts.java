package app.likeness.catalog;

import java.util.List;

/// How many faces of the ready photos look how, of those that somebody looked at.
///
/// @param ages by [app.likeness.model.FaceAttributes#ageGroup], six of them
/// @param smiles those that smile, and those that do not
public record LookCounts(List<Integer> ages, List<Integer> smiles) {}
