package app.likeness.gallery;

import app.likeness.model.PictureType;
import java.time.LocalDateTime;

/// A photo that somebody would like to add.
///
/// @param sha256 of the content, 64 hex digits
/// @param modifiedAt the file's own date, its place in the timeline if the camera noted none
public record NewPhoto(
    String fileName, PictureType type, long bytes, String sha256, LocalDateTime modifiedAt) {}
