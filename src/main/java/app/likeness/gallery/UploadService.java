package app.likeness.gallery;

import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.UploadTicket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// How photos get in, whether their content is known when they are announced or not.
final class UploadService implements Uploads {
  private static final Set<PhotoState> HERE =
      EnumSet.of(PhotoState.UPLOADED, PhotoState.WORKING, PhotoState.READY);

  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

  private final Parts parts;
  private final Names names;
  private final Intake intake;
  private final Inbox inbox;
  private final Workers workers;
  private final Leftovers leftovers;
  private final Regroup regroup;
  private final BatchService batches;
  private final AtomicLong swept = new AtomicLong(System.nanoTime());

  UploadService(
      Parts parts, Intake intake, Names names, Leftovers leftovers, Regroup regroup,
      Workers workers) {
    this.parts = parts;
    this.names = names;
    this.intake = intake;
    this.workers = workers;
    this.leftovers = leftovers;
    this.regroup = regroup;
    inbox = new Inbox(parts, intake, names);
    batches = new BatchService(parts.catalog(), workers, this::group);
  }

  @Override
  public Begun begin(NewPhoto photo) {
    return intake.begin(photo);
  }

  @Override
  public Begun start(PhotoId photo) {
    return intake.start(photo);
  }

  @Override
  public Photo done(PhotoId id) {
    Photo photo = intake.done(id);
    if (photo.state() == PhotoState.UPLOADED) {
      workers.behind(() -> finish(id, null));
    }
    return photo;
  }

  @Override
  public Photo finish(PhotoId id, @Nullable AtHand atHand) {
    return settled(intake.finish(id, atHand));
  }

  private Photo settled(Photo photo) {
    if (photo.state() == PhotoState.READY || photo.state() == PhotoState.INVALID) {
      batches.settled(photo.id());
    }
    return photo;
  }

  @Override
  public Optional<Photo> has(String checksum) {
    if (!checksum.matches("[0-9a-fA-F]{40}([0-9a-fA-F]{24})?")) {
      throw new GalleryException.Unsupported(
          "A checksum is a SHA-1 of 40 hex digits or a SHA-256 of 64.", null);
    }
    return names
        .content(checksum.toLowerCase(Locale.ROOT))
        .filter(photo -> HERE.contains(photo.state()));
  }

  @Override
  public Unseen<UploadTicket.Put> unseen(String fileName) {
    tidy();
    return inbox.put(fileName);
  }

  @Override
  public Unseen<UploadTicket.Form> unseenForm(String fileName) {
    tidy();
    return inbox.form(fileName);
  }

  /// Sweeps now and then, behind, while there are tickets that may never be used.
  private void tidy() {
    long now = System.nanoTime();
    long before = swept.get();
    if (now - before > BETWEEN_SWEEPS.toNanos() && swept.compareAndSet(before, now)) {
      workers.behind(inbox::sweep);
    }
  }

  @Override
  public Optional<Photo> arrived(String bucket, String key) {
    ObjectKeys.check(key);
    Optional<Photo> known = Inbox.holds(key) ? Optional.empty() : names.named(key);
    if (!key.startsWith(ObjectKeys.RAW)
        || known.filter(photo -> !photo.original().bucket().equals(bucket)).isPresent()) {
      throw new GalleryException.Unsupported(
          "No upload of this gallery arrives at " + key + " in " + bucket + ".", null);
    }
    if (known.isPresent()) {
      return known.map(photo -> finish(photo.id(), null));
    }
    // A key of ours without a photo is of one that was deleted meanwhile.
    return ObjectKeys.photo(key).isPresent()
        ? Optional.empty()
        : inbox.arrived(key).map(this::settled);
  }

  @Override
  public Optional<Photo> named(String name) {
    inbox.takeNamed(name);
    return names.named(name);
  }

  @Override
  public Batches batches() {
    return batches;
  }

  @Override
  public void regroup() {
    group();
    batches.lookAtAll();
  }

  private void group() {
    leftovers.finish();
    regroup.run();
  }

  /// From now on takes in what the store tells of, and, behind, what was left by earlier runs.
  void takeOver() {
    parts.store().onArrival(this::takeBehind);
    workers.behind(inbox::sweep);
    workers.behind(batches::lookAtAll);
  }

  private void takeBehind(String key) {
    if (Inbox.holds(key)) {
      try {
        workers.behind(() -> attempt(key));
      } catch (RejectedExecutionException _) {
        // The gallery is closing; the next start finds it.
      }
    }
  }

  private void attempt(String key) {
    inbox.attempt(key).ifPresent(this::settled);
  }
}
