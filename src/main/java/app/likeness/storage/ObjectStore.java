package app.likeness.storage;

import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/// Where the bytes of photos and thumbnails lie, private, under keys that [ObjectKeys] builds.
///
/// Every method may throw [app.likeness.model.GalleryException.Unavailable] or
/// [app.likeness.model.GalleryException.Denied]; messages never hold a signed URL.
public interface ObjectStore extends AutoCloseable {
  /// How long after it was minted a ticket's transfer may start, unless others ask for more.
  Duration TICKET_LIFE = Duration.ofSeconds(120);

  /// How long a view URL works unless the store's signer dies earlier.
  Duration VIEW_LIFE = Duration.ofSeconds(3600);

  /// The bucket that a key lies in.
  String bucket(String key);

  /// Signs leave to PUT this object, once: of a [NewObject] type, length, checksum and absence are
  /// signed, as far as the store honours them; of an [UnseenObject] its type.
  ///
  /// @param life within which the transfer must start; shorter if the signer's session ends before
  UploadTicket.Put put(Upload object, Duration life);

  /// Signs leave to POST this object by a form whose policy fixes key, type and length.
  ///
  /// @param life within which the transfer must start; shorter if the signer's session ends before
  UploadTicket.Form form(Upload object, Duration life);

  /// Signs leave to PUT this object at once.
  default UploadTicket.Put put(Upload object) {
    return put(object, TICKET_LIFE);
  }

  /// Signs leave to POST this object at once.
  default UploadTicket.Form form(Upload object) {
    return form(object, TICKET_LIFE);
  }

  /// Signs leave to GET; empty where no process serves this store now.
  Optional<ViewUrl> view(String key);

  /// Its length in bytes, empty when there is none.
  Optional<Long> size(String key);

  /// Tells every key that starts like this; it looks at all of them, so only to tidy up.
  ///
  /// @param prefix ends in `/`
  void keys(String prefix, Consumer<String> each);

  /// Reads an object whole; the caller closes it.
  ///
  /// @throws app.likeness.model.GalleryException.NotFound when there is none
  InputStream open(String key);

  /// Returns when the object would survive a power cut.
  void sync(String key);

  /// Stores a small object of our own making, durable when this returns; replaces what was there.
  void write(String key, String type, byte[] content);

  /// Tells of the key of each object that arrives by ticket, once it is whole. A store that cannot
  /// tell does nothing: its events come another way.
  default void onArrival(Consumer<String> listener) {}

  /// Removes objects; those that are not there count as removed.
  void delete(Collection<String> keys);

  @Override
  void close();
}
