package app.likeness.catalog;

import app.likeness.model.PhotoId;
import org.jspecify.annotations.Nullable;

/// A small fact that must outlive the process, found by its kind and name.
///
/// @param photo whom it is about and with whom it goes; `null` for one that stays until removed
public record Note(String kind, String name, String value, @Nullable PhotoId photo) {}
