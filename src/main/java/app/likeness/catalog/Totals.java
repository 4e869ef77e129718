package app.likeness.catalog;

/// Counts over the whole gallery: ready photos, their faces, shown persons, bytes of originals.
public record Totals(int photos, int faces, int persons, long bytes) {}
