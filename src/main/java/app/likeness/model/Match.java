package app.likeness.model;

/// A known face and how alike it is, as a cosine (-1..1) or a service's own score.
public record Match(FaceId face, double score) {}
