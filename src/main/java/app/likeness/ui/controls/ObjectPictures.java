package app.likeness.ui.controls;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.Photos;
import app.likeness.storage.ViewUrl;
import app.likeness.ui.Background;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// Loads pictures through view URLs: minted for all that were asked in one pulse, minted again
/// before they expire and when one is refused.
public final class ObjectPictures implements Pictures, AutoCloseable {
  private static final int URLS_KEPT = 20_000;
  private static final int ATTEMPTS = 3;
  private static final long EARLY_SECONDS = 60;

  private final Photos photos;
  private final Background background;
  private final PictureCache cache;
  private final PictureFetcher fetcher = new PictureFetcher();
  private final ThreadPoolExecutor workers;
  private final Map<String, ViewUrl> urls =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ViewUrl> eldest) {
          return size() > URLS_KEPT;
        }
      };
  private final List<Fetch> asked = new ArrayList<>();

  /// @param bytes of decoded pixels that are kept at most
  public ObjectPictures(Photos photos, Background background, long bytes) {
    this.photos = photos;
    this.background = background;
    cache = new PictureCache(bytes);
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    workers =
        new ThreadPoolExecutor(
            threads, threads, 1, TimeUnit.MINUTES, new NewestFirst(), ObjectPictures::thread);
  }

  @Override
  public Wish load(String key, int longSide, Consumer<Image> shown, Consumer<String> missing) {
    var name = new PictureCache.Name(key, longSide);
    Image held = cache.get(name);
    if (held != null) {
      shown.accept(held);
      return Wish.NONE;
    }
    Fetch fetch = new Fetch(name, shown, missing);
    ask(fetch);
    return fetch::cancel;
  }

  private void ask(Fetch fetch) {
    asked.add(fetch);
    if (asked.size() == 1) {
      background.later(this::mint);
    }
  }

  /// Gets URLs for all that was asked since, and is still wanted, in one call.
  private void mint() {
    List<Fetch> wanted = asked.stream().filter(fetch -> !fetch.cancelled).toList();
    asked.clear();
    Instant soon = Instant.now().plusSeconds(EARLY_SECONDS);
    List<String> keys = new ArrayList<>();
    List<Fetch> waiting = new ArrayList<>();
    for (Fetch fetch : wanted) {
      ViewUrl url = urls.get(fetch.name.key());
      if (url != null && url.expires().isAfter(soon)) {
        fetch.begin(url);
      } else {
        keys.add(fetch.name.key());
        waiting.add(fetch);
      }
    }
    if (!waiting.isEmpty()) {
      background
          .job(() -> photos.views(keys))
          .then(minted -> minted(minted, waiting))
          .orElse(_ -> waiting.forEach(fetch -> fetch.end(text("picture.unreachable"))))
          .start();
    }
  }

  private void minted(Map<String, ViewUrl> minted, List<Fetch> waiting) {
    urls.putAll(minted);
    for (Fetch fetch : waiting) {
      ViewUrl url = minted.get(fetch.name.key());
      if (url == null) {
        fetch.end(text("picture.missing"));
      } else {
        fetch.begin(url);
      }
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    fetcher.close();
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("pictures").unstarted(work);
  }

  /// One wish on its way; everything but [#fetch] happens on the UI thread.
  private final class Fetch {
    private final PictureCache.Name name;
    private final Consumer<Image> shown;
    private final Consumer<String> missing;
    private @Nullable Future<?> running;
    private volatile boolean cancelled;
    private int attempts;

    Fetch(PictureCache.Name name, Consumer<Image> shown, Consumer<String> missing) {
      this.name = name;
      this.shown = shown;
      this.missing = missing;
    }

    void cancel() {
      cancelled = true;
      if (running != null) {
        running.cancel(true);
      }
    }

    void begin(ViewUrl url) {
      if (!cancelled && !workers.isShutdown()) {
        attempts++;
        running = workers.submit(() -> fetch(url));
      }
    }

    private void fetch(ViewUrl url) {
      PictureFetcher.Answer answer = fetcher.fetch(url, name.longSide());
      if (!cancelled) {
        background.later(() -> answered(answer));
      }
    }

    private void answered(PictureFetcher.Answer answer) {
      switch (answer) {
        case PictureFetcher.Answer.Loaded loaded -> {
          cache.put(name, loaded.picture());
          end(loaded.picture());
        }
        case PictureFetcher.Answer.Failed failed when failed.again() && attempts < ATTEMPTS -> {
          urls.remove(name.key());
          ask(this);
        }
        case PictureFetcher.Answer.Failed failed -> end(failed.why());
      }
    }

    private void end(Image picture) {
      if (!cancelled) {
        shown.accept(picture);
      }
    }

    private void end(String why) {
      if (!cancelled) {
        missing.accept(why);
      }
    }
  }
}
