package app.likeness.pictures;

import org.jspecify.annotations.Nullable;

/// Pixels fresh from a decoder, which still have to be turned upright and converted to sRGB.
///
/// @param warning what is amiss with a file that could be read in part, as one sentence
public record Frame(Picture stored, @Nullable String warning) {}
