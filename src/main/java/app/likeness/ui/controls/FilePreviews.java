package app.likeness.ui.controls;

import app.likeness.pictures.Picture;
import app.likeness.pictures.PictureReader;
import app.likeness.ui.Background;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// The small pictures that cameras put into files, for what is not in the store yet.
///
/// One is read at a time, so that an import is hardly slowed; asked and answered on the UI thread.
public final class FilePreviews implements AutoCloseable {
  private final PictureReader reader;
  private final Background background;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new NewestFirst(), FilePreviews::thread);

  public FilePreviews(PictureReader reader, Background background) {
    this.reader = reader;
    this.background = background;
  }

  /// Asks for the preview in a file; where there is none, nothing is ever answered.
  ///
  /// @return takes the wish back, as for a cell that scrolled away
  public Pictures.Wish load(Path file, Consumer<Image> shown) {
    if (worker.isShutdown()) {
      return Pictures.Wish.NONE;
    }
    Fetch fetch = new Fetch(file, shown);
    fetch.running = worker.submit(fetch::read);
    return fetch::cancel;
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("previews").unstarted(work);
  }

  /// One wish on its way; everything but [#read] happens on the UI thread.
  private final class Fetch {
    private final Path file;
    private final Consumer<Image> shown;
    private volatile boolean cancelled;
    private @Nullable Future<?> running;

    Fetch(Path file, Consumer<Image> shown) {
      this.file = file;
      this.shown = shown;
    }

    private void read() {
      Optional<Picture> preview = reader.placeholder(file);
      if (!cancelled) {
        preview.map(Pixels::image).ifPresent(image -> background.later(() -> show(image)));
      }
    }

    private void show(Image image) {
      if (!cancelled) {
        shown.accept(image);
      }
    }

    void cancel() {
      cancelled = true;
      if (running != null) {
        running.cancel(true);
        worker.purge();
      }
    }
  }
}
