package app.likeness.storage.embedded;

import java.io.IOException;

/// Nobody expects this object, or nobody any more: its ticket is spent or was taken back.
final class RevokedException extends IOException {
  private static final long serialVersionUID = 1L;

  RevokedException() {
    super("The ticket for this object is not good any more");
  }
}
