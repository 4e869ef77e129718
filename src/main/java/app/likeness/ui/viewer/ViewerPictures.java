package app.likeness.ui.viewer;

import app.likeness.gallery.Photos;
import app.likeness.model.Photo;
import app.likeness.pictures.PictureReader;
import app.likeness.storage.ObjectKeys;
import app.likeness.ui.Background;
import app.likeness.ui.Job;
import app.likeness.ui.controls.Notices;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.controls.Pixels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// The pixels of one photo at a time: its largest thumbnail first, then as many of the original's
/// as the screen has room for, decoded by us, since JavaFX neither turns photos nor reads all kinds.
final class ViewerPictures {
  private static final int PREVIEW = ObjectKeys.SIZES.getLast();

  /// What is decoded on the way to all pixels, and the most: larger photos are never held whole.
  private static final int[] LEVELS = {2560, 5120};

  /// How much a picture may be enlarged before a sharper one is fetched.
  private static final double ENLARGED = 1.1;

  /// Who leafs through quickly sees thumbnails; an original is worth reading after a moment.
  private static final Duration MOMENT = Duration.ofMillis(150);

  private final Photos photos;
  private final Pictures pictures;
  private final PictureReader reader;
  private final Background background;
  private Consumer<Image> shown = _ -> {};
  private Consumer<String> missing = _ -> {};
  private @Nullable Photo photo;
  private @Nullable Job<Image> sharper;
  private Pictures.Wish wish = Pictures.Wish.NONE;
  private int held;
  private int asked;
  private boolean failed;

  ViewerPictures(
      Photos photos, Pictures pictures, PictureReader reader, Background background) {
    this.photos = photos;
    this.pictures = pictures;
    this.reader = reader;
    this.background = background;
  }

  /// @param then gets each picture of the photo, the sharper ones later
  /// @param otherwise told one sentence when there is none
  void onPicture(Consumer<Image> then, Consumer<String> otherwise) {
    shown = then;
    missing = otherwise;
  }

  /// Shows a photo from now on.
  void show(@Nullable Photo next) {
    wish.cancel();
    stop();
    photo = next;
    held = 0;
    asked = 0;
    failed = false;
    if (next != null) {
      wish = pictures.load(preview(next), 0, this::previewed, _ -> original(LEVELS[0]));
    }
  }

  /// Brings the preview of a photo nearby, so that it is there at once.
  void prepare(@Nullable Photo near) {
    if (near != null) {
      pictures.load(preview(near), 0, _ -> {}, _ -> {});
    }
  }

  /// Asks for a picture whose long side has this many pixels, if there is one.
  void want(double pixels) {
    Photo now = photo;
    if (now == null || failed || held == 0) {
      return;
    }
    int most = Math.max(now.width(), now.height());
    if (pixels > held * ENLARGED && held < most) {
      for (int level : LEVELS) {
        if (level > asked && (pixels <= level * ENLARGED || level == LEVELS[LEVELS.length - 1])) {
          original(level);
          return;
        }
      }
    }
  }

  private static String preview(Photo photo) {
    return ObjectKeys.thumb(photo.id(), PREVIEW);
  }

  private void previewed(Image preview) {
    held = longSide(preview);
    shown.accept(preview);
  }

  private void original(int level) {
    Photo now = photo;
    if (now != null) {
      stop();
      asked = level;
      sharper =
          background
              .job(() -> decode(now, level))
              .then(this::decoded)
              .orElse(this::undecodable)
              .start();
    }
  }

  private void stop() {
    if (sharper != null) {
      sharper.cancel();
      sharper = null;
    }
  }

  private void decoded(Image image) {
    held = Math.max(held, longSide(image));
    shown.accept(image);
  }

  private void undecodable(Throwable failure) {
    failed = true;
    if (held == 0) {
      missing.accept(Notices.sentence(failure));
    }
  }

  private Image decode(Photo wanted, int level) throws InterruptedException {
    Thread.sleep(MOMENT);
    try (InputStream in = photos.open(wanted.id())) {
      return Pixels.image(reader.read(in.readAllBytes(), level).picture());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int longSide(Image image) {
    return (int) Math.max(image.getWidth(), image.getHeight());
  }
}
