package app.likeness.gallery;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.model.GalleryException;
import app.likeness.model.GalleryException.Denied;
import app.likeness.model.GalleryException.Unavailable;
import app.likeness.model.GalleryException.Unreachable;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.model.PictureType;
import app.likeness.pictures.Decoded;
import app.likeness.pictures.FileKind;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.Signature;
import app.likeness.pictures.Unreadable;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.Uploader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  private final Turns<PhotoId> turns = new Turns<>();

  public FileImport(
      Gallery gallery, PictureReader reader, Uploader uploader, Workers workers, FileReader files) {
    this.gallery = gallery;
    this.reader = reader;
    this.uploader = uploader;
    this.workers = workers;
    this.files = files;
  }

  /// The folder of the gallery that files are brought into.
  Path galleryFolder() {
    return files.galleryFolder();
  }

  /// The room that there is for them.
  Room room() {
    return files.room();
  }

  /// Who follows a row on its way, and may cancel it.
  interface Course {
    void moved(ImportRow row);

    /// @param share of its bytes that are out, 0..1
    void sent(double share);

    /// The gallery lets nobody do anything now: no file is to be started until it does.
    void standsStill(GalleryException why);

    /// Whether, when it is interrupted, it is not to start again.
    boolean cancelled();
  }

  /// Answers the row in its last state, or WAITING when it was interrupted by the end of the program,
  /// or the gallery cannot be used.
  ImportRow run(ImportRow row, Course course) {
    try {
      Optional<Photo> arrived = arrived(row);
      return arrived.isPresent()
          ? ended(row, settled(arrived.get().id(), null))
          : bring(row, course);
    } catch (InterruptedException _) {
      return interrupted(row, course);
    } catch (GalleryException e) {
      if (Thread.currentThread().isInterrupted()) {
        return interrupted(row, course);
      }
      return standstill(e)
          .map(
              why -> {
                course.standsStill(why);
                return row.with(ImportState.WAITING, null);
              })
          .orElseGet(() -> row.with(ImportState.FAILED, e.getMessage()));
    } catch (OutOfMemoryError _) {
      return row.with(
          ImportState.FAILED, "There is not enough memory for a file of this size; add a smaller copy.");
    } catch (RuntimeException | Error e) {
      LOG.error("An import failed in a way that nobody foresaw", e);
      return row.with(
          ImportState.FAILED, "Something went wrong that should not; retry it, or see the log.");
    }
  }

  /// What keeps every file from the gallery, if that is why this one failed: asked for something
  /// that is no file's fault, it tells.
  private Optional<GalleryException> standstill(GalleryException failure) {
    if (failure instanceof Unreachable) {
      return Optional.of(failure);
    }
    if (failure instanceof Denied || failure instanceof Unavailable) {
      try {
        gallery.totals();
      } catch (Unreachable | Denied why) {
        return Optional.of(why);
      } catch (GalleryException _) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// The photo that this row has sent in an earlier life; its file is not needed any more.
  private Optional<Photo> arrived(ImportRow row) {
    return Optional.ofNullable(row.photo())
        .flatMap(gallery.photos()::photo)
        .filter(photo -> photo.state() != PhotoState.PENDING)
        .filter(photo -> photo.state() != PhotoState.DELETING);
  }

  private static ImportRow interrupted(ImportRow row, Course course) {
    return row.with(course.cancelled() ? ImportState.CANCELLED : ImportState.WAITING, null);
  }

  private ImportRow bring(ImportRow row, Course course) throws InterruptedException {
    try (FileReader.Content content = files.read(row.file())) {
      PhotoId id = PhotoId.of(content.sums().sha256());
      turns.take(id);
      try {
        Optional<Photo> known = gallery.photos().photo(id);
        if (known.isPresent() && isHere(known.get(), content)) {
          return row.with(id).with(ImportState.ALREADY, null).faces(known.get().faceCount());
        }
        return send(row.with(id), content, course);
      } finally {
        turns.pass(id);
      }
    }
  }

  /// Whether a photo is ready and none of its bytes are asked for again.
  private boolean isHere(Photo photo, FileReader.Content content) {
    return photo.state() == PhotoState.READY
        && gallery.uploads().begin(content.toNew(photo.original().type())) instanceof Begun.Present;
  }

  private ImportRow send(ImportRow row, FileReader.Content content, Course course)
      throws InterruptedException {
    NewPhoto photo = content.toNew(type(content));
    Decoded decoded = workers.compute(() -> reader.read(content.data(), Originals.DECODE));
    course.moved(row);
    PhotoId id = PhotoId.of(photo.sha256());
    boolean ended = false;
    try {
      uploader.send(
          () -> ticket(photo), row.file(), out -> course.sent((double) out / photo.bytes()));
      course.moved(row.with(ImportState.FINDING_FACES, null));
      ImportRow last = ended(row, settled(id, new AtHand(decoded, content.sums().sha1())));
      ended = true;
      return last;
    } finally {
      if (!ended) {
        withdraw(id, course.cancelled());
      }
    }
  }

  private PictureType type(FileReader.Content content) {
    // Many cameras' own formats are TIFF files with a small preview where the picture should be.
    if (FileKind.of(content.file()) == FileKind.RAW
        && Signature.type(content.data()) == PictureType.TIFF) {
      throw Unreadable.notYet("a RAW photo");
    }
    return reader.check(content.data());
  }

  /// A ticket while one is needed; empty as soon as the bytes are known to be there.
  private Optional<UploadTicket> ticket(NewPhoto photo) {
    return switch (gallery.uploads().begin(photo)) {
      case Begun.Send(PhotoId _, UploadTicket ticket) -> Optional.of(ticket);
      case Begun.Finish _, Begun.Present _ -> Optional.empty();
    };
  }

  /// Takes back what was announced and did not arrive, so that nothing half-done stays; of what
  /// did arrive only that which nobody wants any more: the rest goes on at the next try.
  private void withdraw(PhotoId id, boolean unwanted) {
    boolean interrupted = Thread.interrupted();
    try {
      Optional<Photo> left = gallery.photos().photo(id);
      if (left.isPresent() && left.get().state() != PhotoState.READY
          && (unwanted || left.get().state() == PhotoState.PENDING)) {
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

  private Photo settled(PhotoId id, @Nullable AtHand atHand) throws InterruptedException {
    Photo now = gallery.uploads().finish(id, atHand);
    while (now.state() == PhotoState.WORKING || now.state() == PhotoState.UPLOADED) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      now = gallery.uploads().finish(id, null);
    }
    return now;
  }

  private static ImportRow ended(ImportRow row, Photo photo) {
    String reason = photo.reason();
    return photo.state() == PhotoState.READY
        ? row.with(ImportState.READY, reason).faces(photo.faceCount())
        : row.with(ImportState.FAILED, reason);
  }
}
