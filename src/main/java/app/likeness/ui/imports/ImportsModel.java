package app.likeness.ui.imports;

import static app.likeness.ui.Strings.text;

import app.likeness.catalog.ImportCounts;
import app.likeness.catalog.ImportState;
import app.likeness.gallery.Importer;
import app.likeness.model.GalleryException;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notice;
import app.likeness.ui.controls.Notices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The imports as the window shows them, and the verbs that steer them.
public final class ImportsModel implements AutoCloseable {
  /// Shortest time between two looks at the queue, however busy it is.
  public static final Duration STEP = Duration.ofMillis(150);

  private static final ImportCounts NOTHING = new ImportCounts(Map.of(), 0, Map.of());

  private final Importer importer;
  private final Background background;
  private final Notices notices;
  private final LongSupplier clock;
  private final Duration step;
  private final AutoCloseable listening;
  private final AtomicBoolean looking = new AtomicBoolean();
  private final TimeLeft time = new TimeLeft();
  private final ReadOnlyObjectWrapper<ImportCounts> counts =
      new ReadOnlyObjectWrapper<>(this, "counts", NOTHING);
  private final ReadOnlyObjectWrapper<Batch> batch =
      new ReadOnlyObjectWrapper<>(this, "batch", Batch.NONE);
  private final ReadOnlyObjectWrapper<@Nullable GalleryException> trouble =
      new ReadOnlyObjectWrapper<>(this, "trouble");
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");

  /// Rows that were done before this batch began.
  private int doneBefore;

  /// The trouble, as it was told.
  private @Nullable Notice told;

  private int readyBefore;
  private int failedBefore;

  public ImportsModel(Importer importer, Background background, Notices notices) {
    this(importer, background, notices, System::nanoTime, STEP);
  }

  ImportsModel(
      Importer importer,
      Background background,
      Notices notices,
      LongSupplier clock,
      Duration step) {
    this.importer = importer;
    this.background = background;
    this.notices = notices;
    this.clock = clock;
    this.step = step;
    listening = importer.onChange(this::look);
    look();
  }

  // ---- properties

  public ReadOnlyObjectProperty<ImportCounts> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  public ImportCounts counts() {
    return counts.get();
  }

  /// The import under way.
  public ReadOnlyObjectProperty<Batch> batchProperty() {
    return batch.getReadOnlyProperty();
  }

  public Batch batch() {
    return batch.get();
  }

  /// Why nothing goes on although nobody paused it, or `null`.
  public ReadOnlyObjectProperty<@Nullable GalleryException> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Changes whenever rows may have changed.
  public ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  public Importer importer() {
    return importer;
  }

  // ---- verbs

  /// Takes files and folders over; `durable` runs once they would survive a crash.
  public void add(Collection<Path> roots, Runnable durable) {
    List<Path> all = List.copyOf(roots);
    background.run(() -> importer.add(all)).lastly(durable).start();
  }

  public void pauseOrResume() {
    verb(batch().paused() ? importer::resume : importer::pause);
  }

  public void cancel() {
    verb(importer::cancel);
  }

  public void retry(long row) {
    verb(() -> importer.retry(row));
  }

  public void retryFailed() {
    verb(importer::retryFailed);
  }

  public void clearDone() {
    verb(importer::clearDone);
  }

  private void verb(Runnable work) {
    background.run(work).lastly(this::look).start();
  }

  // ---- following the queue

  private record Seen(ImportCounts counts, boolean paused, @Nullable GalleryException trouble) {}

  /// Looks soon, once for however many calls meanwhile.
  private void look() {
    if (looking.compareAndSet(false, true)) {
      background
          .job(
              () -> {
                Thread.sleep(step);
                looking.set(false);
                return new Seen(
                    importer.counts(), importer.paused(), importer.trouble().orElse(null));
              })
          .then(this::show)
          .start();
    }
  }

  private void show(Seen seen) {
    boolean was = batch().active();
    boolean is = seen.counts().open() > 0 || seen.counts().roots() > 0;
    if (!was) {
      remember(is ? counts() : seen.counts());
    }
    doneBefore = Math.min(doneBefore, Batch.done(seen.counts()));
    counts.set(seen.counts());
    batch.set(is ? batch(seen) : Batch.NONE);
    version.set(version.get() + 1);
    show(seen.trouble());
    if (was && !is) {
      finished(seen.counts());
    }
  }

  /// Each trouble is told once; the same one met again is another.
  private void show(@Nullable GalleryException now) {
    if (now != null && now != trouble.get()) {
      Runnable resume = () -> verb(importer::resume);
      told = notices.trouble(Notices.sentence(now), text("imports.retry"), resume);
    } else if (now == null && told != null) {
      notices.over(told);
      told = null;
    }
    trouble.set(now);
  }

  private void remember(ImportCounts before) {
    doneBefore = Batch.done(before);
    readyBefore = before.of(ImportState.READY);
    failedBefore = before.of(ImportState.FAILED);
    time.forget();
  }

  private Batch batch(Seen seen) {
    int done = Batch.done(seen.counts()) - doneBefore;
    int open = seen.counts().open();
    if (seen.paused()) {
      time.forget();
    } else {
      time.note(clock.getAsLong(), done);
    }
    boolean walking = seen.counts().roots() > 0;
    return new Batch(done, done + open, walking, seen.paused(), time.of(open));
  }

  private void finished(ImportCounts now) {
    int ready = Math.max(0, now.of(ImportState.READY) - readyBefore);
    int failed = Math.max(0, now.of(ImportState.FAILED) - failedBefore);
    if (failed > 0) {
      notices.show(
          text("imports.finished.failed", ready, failed),
          text("imports.retry-failed"),
          this::retryFailed);
    } else if (ready > 0) {
      notices.show(text("imports.finished", ready));
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (Exception e) {
      throw new IllegalStateException("The importer does not let go", e);
    }
  }
}
