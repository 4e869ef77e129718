package app.likeness.api;

import app.likeness.storage.MediaService;
import org.jspecify.annotations.Nullable;

/// How files are taken from forms, from clients that cannot spend tickets.
///
/// @param most that a request may have, in bytes
/// @param media where they go, `null` for the gallery itself; closed by whoever made it
public record FormUploads(long most, @Nullable MediaService media) {
  public static final FormUploads USUAL = new FormUploads(256L << 20, null);

  /// What fits into an event of AWS Lambda, whose body is written in base 64.
  public static final FormUploads LAMBDA = new FormUploads(4L << 20, null);
}
