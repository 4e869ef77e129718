package app.likeness.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.pictures.Drawn;
import app.likeness.pictures.Exif;
import app.likeness.pictures.Jpeg;
import app.likeness.pictures.Picture;
import app.likeness.testing.Around;
import app.likeness.testing.Fx;
import app.likeness.testing.Samples;
import app.likeness.testing.Workbench;
import app.likeness.ui.Background;
import app.likeness.ui.controls.FilePreviews;
import app.likeness.ui.controls.Notices;
import app.likeness.ui.controls.ObjectPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.image.Image;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A file on its way shows its camera's preview, and then the gallery's own thumbnail.
@ExtendWith(ApplicationExtension.class)
class PreviewsTest {
  private static final int RED = 0xC02020;
  private static final Around.Hook PLAIN = (_, call) -> call.go();

  @TempDir Path temp;
  private final Semaphore decoding = new Semaphore(0);
  private final Semaphore looking = new Semaphore(0);
  private final AtomicInteger looked = new AtomicInteger();
  private final Background background = Background.ofJavaFx(Throwable::printStackTrace);
  private Stage stage;
  private Workbench bench;
  private ObjectPictures pictures;
  private FilePreviews previews;
  private ImportsModel model;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  /// What decodes photos and what looks for previews waits until it is let go.
  @BeforeEach
  void open() throws Exception {
    Around.Hook held =
        (method, call) -> {
          switch (method) {
            case "read" -> decoding.acquire();
            case "placeholder" -> {
              looked.incrementAndGet();
              looking.acquireUninterruptibly();
            }
            default -> {}
          }
          return call.go();
        };
    bench = new Workbench(Files.createDirectory(temp.resolve("gallery")), PLAIN, held);
    Fx.run(
        () -> {
          pictures = new ObjectPictures(bench.gallery().photos(), background, 1 << 24);
          previews = new FilePreviews(bench.reader(), background);
          model = new ImportsModel(bench.imports(), background, new Notices());
        });
  }

  @AfterEach
  void close() {
    looking.release(1000);
    decoding.release(1000);
    Fx.run(
        () -> {
          model.close();
          previews.close();
          pictures.close();
        });
    bench.close();
  }

  private Path photo(String name, boolean preview) throws Exception {
    byte[] jpeg = Samples.remarked(2, name);
    Picture red = Drawn.plain(160, 120, RED);
    byte[] tiff = new Exif().preview(Jpeg.of(red)).bytes();
    return Files.write(temp.resolve(name), preview ? Jpeg.withExif(jpeg, tiff) : jpeg);
  }

  private ImportsView view() {
    return Fx.on(
        () -> {
          ImportsView view = new ImportsView(model, pictures, previews, background);
          Fx.show(stage, view, 700, 400);
          return view;
        });
  }

  private static Image image(ImportsView view, int row) {
    return view.lookupAll(".import-cell .remote-image Rectangle").stream()
        .map(Rectangle.class::cast)
        .map(Rectangle::getFill)
        .filter(ImagePattern.class::isInstance)
        .map(fill -> ((ImagePattern) fill).getImage())
        .skip(row)
        .findFirst()
        .orElse(null);
  }

  private static boolean red(Image image) {
    return image != null
        && Drawn.distance(image.getPixelReader().getArgb(20, 20) & 0xFFFFFF, RED) < 12;
  }

  @Test
  void theCamerasPreviewIsShownUntilOurThumbnailIsHere() throws Exception {
    looking.release();
    Path file = photo("beach.jpg", true);
    ImportsView view = view();
    bench.imports().add(List.of(file));
    Fx.until(() -> red(image(view, 0)));
    assertThat(bench.queue().row(file).orElseThrow().state()).isEqualTo(ImportState.UPLOADING);

    decoding.release();
    bench.imports().await();
    Fx.until(() -> image(view, 0) != null && !red(image(view, 0)));
    assertThat(Fx.on(() -> Math.max(image(view, 0).getWidth(), image(view, 0).getHeight())))
        .isEqualTo(256);
  }

  @Test
  void aCellThatShowsAnotherRowForgetsThePreviewOfTheFirst() throws Exception {
    Path red = photo("red.jpg", true);
    Path other = photo("other.jpg", false);
    ImportCell cell = Fx.on(() -> new ImportCell(pictures, previews, model));
    Fx.run(
        () -> {
          cell.update(item(1, red, ImportState.UPLOADING));
          cell.update(item(2, other, ImportState.UPLOADING));
        });
    looking.release(2);
    Path last = photo("last.jpg", true);
    Semaphore answered = new Semaphore(0);
    Fx.run(() -> previews.load(last, _ -> answered.release()));
    looking.release();
    Fx.until(answered::tryAcquire);
    assertThat(Fx.on(() -> images(cell))).isZero();
  }

  private static long images(ImportCell cell) {
    return cell.lookupAll("Rectangle").stream()
        .filter(area -> ((Rectangle) area).getFill() instanceof ImagePattern)
        .count();
  }

  @Test
  void rowsThatScrolledAwayAreNotRead() throws Exception {
    Path file = photo("beach.jpg", true);
    ImportCell cell = Fx.on(() -> new ImportCell(pictures, previews, model));
    Fx.run(
        () -> {
          for (int id = 0; id < 500; id++) {
            cell.update(item(id, file, ImportState.UPLOADING));
          }
        });
    looking.release(1000);
    Fx.until(() -> images(cell) == 1);
    assertThat(looked.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void aRowThatWaitsIsNotRead() throws Exception {
    Path file = photo("beach.jpg", true);
    ImportCell cell = Fx.on(() -> new ImportCell(pictures, previews, model));
    Fx.run(() -> cell.update(item(1, file, ImportState.WAITING)));
    assertThat(looked).hasValue(0);
    looking.release();
    Fx.run(() -> cell.update(item(1, file, ImportState.UPLOADING)));
    Fx.until(() -> images(cell) == 1);
  }

  private static ImportItem item(long id, Path file, ImportState state) {
    return new ImportItem(new ImportRow(id, file, state, null, 0, null), 0);
  }
}
