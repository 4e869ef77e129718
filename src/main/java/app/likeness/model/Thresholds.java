package app.likeness.model;

/// From which figures on an index's matches mean something; they differ from model to model.
///
/// @param assign a new face joins a person at this score
/// @param suggest "maybe the same person" is worth asking at this score
/// @param regroup neighbours this alike pull each other into one group
/// @param quality faces below this length are kept and shown, never assigned
/// @param minPixels so are faces less high than this in the original
public record Thresholds(
    double assign, double suggest, double regroup, double quality, int minPixels) {}
