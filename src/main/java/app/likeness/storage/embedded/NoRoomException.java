package app.likeness.storage.embedded;

import java.io.IOException;

/// The disk, or the owner's share of it, is full.
final class NoRoomException extends IOException {
  private static final long serialVersionUID = 1L;

  NoRoomException(IOException cause) {
    super("There is no room left on the disk that keeps the photos", cause);
  }
}
