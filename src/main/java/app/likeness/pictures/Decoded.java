package app.likeness.pictures;

import app.likeness.model.Capture;
import app.likeness.model.PictureType;
import org.jspecify.annotations.Nullable;

/// One decode of a photo, large enough for faces and every thumbnail.
///
/// @param picture perhaps smaller than the original, upright
/// @param width of the upright original in pixels
/// @param height of the upright original in pixels
/// @param warning what is amiss with a file that could be read in part, as one sentence
public record Decoded(
    Picture picture,
    PictureType type,
    int width,
    int height,
    Capture capture,
    @Nullable String warning) {}
