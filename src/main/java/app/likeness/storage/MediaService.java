package app.likeness.storage;

import java.nio.file.Path;

/// A service that keeps and delivers pictures by rules of its own, to which we only send.
public interface MediaService extends AutoCloseable {
  /// Signs leave to send one file.
  ///
  /// @param fileName what its sender calls it
  UploadTicket.Form ticket(String fileName);

  /// Sends a file and answers what the service says of it, as JSON.
  ///
  /// @throws app.likeness.model.GalleryException when it cannot be sent, or is refused
  String upload(Path file, String fileName);

  @Override
  void close();
}
