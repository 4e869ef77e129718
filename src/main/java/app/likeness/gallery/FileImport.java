package app.likeness.gallery;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.pictures.Decoded;
import app.likeness.pictures.PictureReader;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.Uploader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings one file in: read and hash, decode, begin, send by ticket, finish.
///
/// It is decoded before anything is announced, so a file that nobody can read leaves nothing behind.
public final class FileImport {
  private static final Logger LOG = LoggerFactory.getLogger(FileImport.class);
  private static final int LOOK_AGAIN_MILLIS = 100;

  private final Gallery gallery;
  private final PictureReader reader;
  private final Uploader uploader;
  private final Workers workers;
  private final FileReader files;
  private final Turns turns = new Turns();
  private final Set<Long> cancelled = ConcurrentHashMap.newKeySet();

  public FileImport(
      Gallery gallery, PictureReader reader, Uploader uploader, Workers workers, FileReader files) {
    this.gallery = gallery;
    this.reader = reader;
    this.uploader = uploader;
    this.workers = workers;
    this.files = files;
  }

  /// These rows are cancelled: when they are interrupted, they are not to start again.
  void cancelling(Set<Long> rows) {
    cancelled.addAll(rows);
  }

  /// Answers the row in its last state, or WAITING when it was interrupted by the end of the program.
  ImportRow run(ImportRow row, Consumer<ImportRow> moved, DoubleConsumer sent) {
    try (FileReader.Content content = files.read(row.file())) {
      PhotoId id = PhotoId.of(content.sha256());
      turns.take(id);
      try {
        return bring(row.with(id), content, moved, sent);
      } finally {
        turns.pass(id);
      }
    } catch (InterruptedException _) {
      return interrupted(row);
    } catch (GalleryException e) {
      return Thread.currentThread().isInterrupted() ? interrupted(row) : failed(row, e);
    } catch (RuntimeException e) {
      LOG.error("An import failed in a way that nobody foresaw", e);
      return row.with(
          ImportState.FAILED, "Something went wrong that should not; the log says more. Try again.");
    } finally {
      cancelled.remove(row.id());
    }
  }

  private ImportRow interrupted(ImportRow row) {
    return row.with(
        cancelled.contains(row.id()) ? ImportState.CANCELLED : ImportState.WAITING, null);
  }

  private static ImportRow failed(ImportRow row, GalleryException e) {
    return row.with(ImportState.FAILED, e.getMessage());
  }

  private ImportRow bring(
      ImportRow row, FileReader.Content content, Consumer<ImportRow> moved, DoubleConsumer sent)
      throws InterruptedException {
    PhotoId id = PhotoId.of(content.sha256());
    Optional<Photo> known = gallery.photos().photo(id);
    if (known.isPresent() && known.get().state() == PhotoState.READY) {
      return row.with(ImportState.ALREADY, null).faces(known.get().faceCount());
    }
    NewPhoto photo = content.toNew(reader.check(content.data()));
    Decoded decoded =
        workers.compute(() -> reader.read(content.data(), Originals.DECODE));
    moved.accept(row);
    boolean arrived = false;
    try {
      uploader.send(
          () -> ticket(photo), row.file(), out -> sent.accept((double) out / photo.bytes()));
      arrived = true;
    } finally {
      if (!arrived) {
        withdraw(id);
      }
    }
    moved.accept(row.with(ImportState.FINDING_FACES, null));
    return ended(row, settled(gallery.uploads().finish(id, decoded)));
  }

  /// A ticket while one is needed; empty as soon as the bytes are known to be there.
  private Optional<UploadTicket> ticket(NewPhoto photo) {
    return switch (gallery.uploads().begin(photo)) {
      case Begun.Send(PhotoId _, UploadTicket ticket) -> Optional.of(ticket);
      case Begun.Finish _, Begun.Present _ -> Optional.empty();
    };
  }

  /// Takes back what was announced and did not arrive, so that nothing half-done stays.
  private void withdraw(PhotoId id) {
    boolean interrupted = Thread.interrupted();
    try {
      if (gallery.photos().photo(id).filter(p -> p.state() == PhotoState.PENDING).isPresent()) {
        gallery.photos().delete(List.of(id));
      }
    } catch (GalleryException e) {
      LOG.warn("A photo that did not arrive is tidied away later: {}", e.getMessage());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Photo settled(Photo photo) throws InterruptedException {
    Photo now = photo;
    while (now.state() == PhotoState.WORKING || now.state() == PhotoState.UPLOADED) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      now = gallery.uploads().finish(photo.id(), null);
    }
    return now;
  }

  private static ImportRow ended(ImportRow row, Photo photo) {
    @Nullable String reason = photo.reason();
    return photo.state() == PhotoState.READY
        ? row.with(ImportState.READY, reason).faces(photo.faceCount())
        : row.with(ImportState.FAILED, reason);
  }
}
