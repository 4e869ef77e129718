package app.likeness.catalog;

import app.likeness.model.Face;
import app.likeness.model.Photo;

/// A photo of a person, and their best face on it.
public record PersonPhoto(Photo photo, Face face) {}
