package app.likeness.model;

import org.jspecify.annotations.Nullable;

/// What can go wrong, in the five ways that a user can do something about.
///
/// Its message is one sentence in plain words, fit to be shown; it never holds a secret or a signed URL.
public abstract sealed class GalleryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private GalleryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// What was asked for is not there.
  public static final class NotFound extends GalleryException {
    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
      super(message, null);
    }
  }

  /// It is there, but not for us.
  public static final class Denied extends GalleryException {
    private static final long serialVersionUID = 1L;

    public Denied(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /// It did not answer, or has no room; trying again later may help.
  public static sealed class Unavailable extends GalleryException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /// Nobody answers at all where the gallery is, so that nothing can be done there for now; it is not
  /// the fault of what was asked.
  public static final class Unreachable extends Unavailable {
    private static final long serialVersionUID = 1L;

    public Unreachable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /// We cannot read or do that; trying again will not help.
  public static final class Unsupported extends GalleryException {
    private static final long serialVersionUID = 1L;

    public Unsupported(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /// The world has changed, or somebody else holds it.
  public static final class Conflict extends GalleryException {
    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
      super(message, null);
    }
  }
}
