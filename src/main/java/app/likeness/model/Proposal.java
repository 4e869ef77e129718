package app.likeness.model;

/// The machine's opinion that a face is a person's.
///
/// @param serial grows over the whole gallery, so proposals have an order
public record Proposal(FaceId face, PersonId person, double score, long serial) {}
