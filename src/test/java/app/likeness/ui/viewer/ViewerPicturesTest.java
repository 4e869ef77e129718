package app.likeness.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.gallery.Workspace;
import app.likeness.model.Photo;
import app.likeness.testing.Fx;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.ui.Background;
import app.likeness.ui.controls.ObjectPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/// On a real photo of 1537 x 1920 pixels.
@ExtendWith(ApplicationExtension.class)
class ViewerPicturesTest {
  private static final int PREVIEW = 1280;
  private static final int ORIGINAL = 1920;

  @TempDir private Path folder;
  private final List<Integer> shown = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private Workspace.Session session;
  private ObjectPictures thumbnails;
  private ViewerPictures pictures;
  private Photo photo;

  @BeforeEach
  void open() throws InterruptedException {
    session = Galleries.open(folder);
    Galleries.bring(session, List.of(Samples.photo(6)));
    var photos = session.gallery().photos();
    photo = photos.timeline(null, null, 1).items().getFirst();
    Background background = Background.ofJavaFx(failures::add);
    thumbnails = new ObjectPictures(photos, background, 1 << 26);
    pictures = new ViewerPictures(photos, thumbnails, session.reader(), background);
    pictures.onPicture(
        image -> shown.add((int) Math.max(image.getWidth(), image.getHeight())), missing::add);
  }

  @AfterEach
  void close() {
    Fx.run(thumbnails::close);
    session.close();
  }

  @Test
  void theThumbnailComesFirstAndTheOriginalWhenThereIsRoomForIt() {
    Fx.run(() -> pictures.show(photo));
    Fx.until(() -> shown.equals(List.of(PREVIEW)));
    Fx.run(() -> pictures.want(900));
    Fx.run(() -> pictures.want(ORIGINAL));
    Fx.run(() -> pictures.want(ORIGINAL * 4.0));
    Fx.until(() -> shown.contains(ORIGINAL));
    assertThat(shown).isSorted().doesNotContain(900);
  }

  @Test
  void whereTheOriginalIsMissingTheThumbnailStays() throws IOException {
    remove("photos-raw");
    Fx.run(() -> pictures.show(photo));
    Fx.until(() -> shown.equals(List.of(PREVIEW)));
    Fx.run(() -> pictures.want(ORIGINAL));
    Fx.run(() -> pictures.prepare(photo));
    assertThat(shown).containsExactly(PREVIEW);
    assertThat(missing).isEmpty();
  }

  @Test
  void whereTheThumbnailIsMissingTheOriginalIsShown() throws IOException {
    remove("photos-thumbs");
    Fx.run(() -> pictures.show(photo));
    Fx.until(() -> shown.contains(ORIGINAL));
    assertThat(missing).isEmpty();
  }

  @Test
  void whereBothAreMissingOneSentenceSaysSo() throws IOException {
    remove("photos-thumbs");
    remove("photos-raw");
    Fx.run(() -> pictures.show(photo));
    Fx.until(() -> !missing.isEmpty());
    assertThat(shown).isEmpty();
    assertThat(missing).singleElement().asString().contains("missing");
    assertThat(failures).isEmpty();
  }

  @Test
  void whoLeafsOnIsNotShownWhatCameTooLate() {
    Fx.run(
        () -> {
          pictures.show(photo);
          pictures.show(null);
        });
    Fx.run(() -> pictures.show(photo));
    Fx.until(() -> !shown.isEmpty());
    assertThat(shown).containsExactly(PREVIEW);
  }

  private void remove(String part) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("objects"))) {
      for (Path file : files.filter(f -> f.toString().contains(part)).sorted().toList().reversed()) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }
  }
}
