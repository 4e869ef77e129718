package app.likeness.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.likeness.model.GalleryException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A file on its way out: streamed from the disk with a known length, and counted.
final class FileBody implements AutoCloseable {
  private final Path file;
  private final long length;
  private final LongConsumer progress;
  private volatile long sent;
  private volatile @Nullable GalleryException fault;
  private volatile @Nullable InputStream open;

  /// @param progress told how many bytes of the file are out, from any thread
  FileBody(Path file, LongConsumer progress) {
    this.file = file;
    this.progress = progress;
    try {
      this.length = Files.size(file);
    } catch (IOException e) {
      throw told(e);
    }
  }

  /// Whether the file still has the length that a ticket was signed for.
  boolean fits(UploadTicket.Put ticket) {
    return ticket.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("content-length"))
        .allMatch(header -> header.getValue().equals(Long.toString(length)));
  }

  long sent() {
    return sent;
  }

  /// What went wrong with the file itself, if anything did.
  @Nullable GalleryException fault() {
    return fault;
  }

  GalleryException changed() {
    return new GalleryException.Conflict(
        file.getFileName() + " changed while it was being sent; add it again.");
  }

  /// The file between two texts, either of which may be empty.
  BodyPublisher between(String head, String tail) {
    byte[] before = head.getBytes(UTF_8);
    byte[] after = tail.getBytes(UTF_8);
    long total = before.length + length + after.length;
    return total == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(() -> stream(before, after)), total);
  }

  private InputStream stream(byte[] before, byte[] after) {
    try {
      InputStream content = new Counted(Files.newInputStream(file));
      open = content;
      return new SequenceInputStream(
          Collections.enumeration(
              List.of(
                  new ByteArrayInputStream(before), content, new ByteArrayInputStream(after))));
    } catch (IOException e) {
      fault = told(e);
      throw new UncheckedIOException(e);
    }
  }

  /// Lets go of the file; the client does not when a transfer is cancelled.
  @Override
  public void close() {
    InputStream content = open;
    if (content != null) {
      try {
        content.close();
      } catch (IOException _) {
        // It was only read.
      }
    }
  }

  private GalleryException told(IOException e) {
    return switch (e) {
      case NoSuchFileException _ ->
          new GalleryException.NotFound(file.getFileName() + " is not there any more.");
      case AccessDeniedException _ ->
          new GalleryException.Denied(file.getFileName() + " may not be read by you.", e);
      default ->
          new GalleryException.Unavailable(file.getFileName() + " could not be read.", e);
    };
  }

  /// Gives exactly the length that was announced, or says that the file has changed.
  private final class Counted extends FilterInputStream {
    Counted(InputStream file) {
      super(file);
      sent = 0;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int most) throws IOException {
      int n;
      try {
        n = super.read(to, offset, most);
      } catch (IOException e) {
        fault = told(e);
        throw e;
      }
      long now = sent + Math.max(n, 0);
      if (now > length || (n < 0 && now < length)) {
        fault = changed();
        throw new IOException("The file has changed");
      }
      sent = now;
      progress.accept(now);
      return n;
    }
  }
}
