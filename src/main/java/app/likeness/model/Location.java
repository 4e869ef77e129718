package app.likeness.model;

/// Where a photo was taken, in WGS 84 degrees; kept, but never shown outside.
public record Location(double latitude, double longitude) {}
