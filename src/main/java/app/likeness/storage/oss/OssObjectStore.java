package app.likeness.storage.oss;

import app.likeness.storage.ObjectStore;
import app.likeness.storage.Upload;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.ViewUrl;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/// A bucket of OSS: reached by its S3-compatible door, while tickets are signed by a session that
/// may only write.
public final class OssObjectStore implements ObjectStore {
  private final ObjectStore s3;
  private final OssTickets tickets;
  private final StsSession session;

  /// @param s3 the same bucket, see [OssDescription#s3]
  /// @param session that signs the tickets; closed with this store
  public OssObjectStore(ObjectStore s3, OssTickets tickets, StsSession session) {
    this.s3 = s3;
    this.tickets = tickets;
    this.session = session;
  }

  @Override
  public String bucket(String key) {
    return s3.bucket(key);
  }

  @Override
  public UploadTicket.Put put(Upload object, Duration life) {
    return tickets.put(object, life);
  }

  @Override
  public UploadTicket.Form form(Upload object, Duration life) {
    return tickets.form(object, life);
  }

  @Override
  public Optional<ViewUrl> view(String key) {
    return s3.view(key);
  }

  @Override
  public Optional<Long> size(String key) {
    return s3.size(key);
  }

  @Override
  public void keys(String prefix, Consumer<String> each) {
    s3.keys(prefix, each);
  }

  @Override
  public InputStream open(String key) {
    return s3.open(key);
  }

  @Override
  public void sync(String key) {
    s3.sync(key);
  }

  @Override
  public void write(String key, String type, byte[] content) {
    s3.write(key, type, content);
  }

  @Override
  public void delete(Collection<String> keys) {
    s3.delete(keys);
  }

  @Override
  public void close() {
    session.close();
    s3.close();
  }
}
