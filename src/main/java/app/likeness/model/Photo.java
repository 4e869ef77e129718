package app.likeness.model;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A photo as the catalogue knows it.
///
/// @param width of the upright picture in pixels, 0 until it is ready
/// @param height of the upright picture in pixels, 0 until it is ready
/// @param sortedAt its place in the timeline: when it was taken, else the file's own date
/// @param reason why it is invalid, or what is amiss with one that could be read in part
public record Photo(
    PhotoId id,
    PhotoState state,
    Original original,
    int width,
    int height,
    LocalDateTime sortedAt,
    Capture capture,
    int faceCount,
    @Nullable String reason) {

  public Photo with(PhotoState next, @Nullable String why) {
    return new Photo(id, next, original, width, height, sortedAt, capture, faceCount, why);
  }
}
