package app.likeness.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.gallery.Photos;
import app.likeness.gallery.Workspace;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ViewUrl;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Fx;
import app.likeness.testing.Galleries;
import app.likeness.ui.Background;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javafx.scene.image.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/// Through a real store's signed URLs, which are spoilt on their way here.
@ExtendWith(ApplicationExtension.class)
class ObjectPicturesTest {
  private static final int SIZE = 256;
  private static final long PLENTY = 1L << 26;

  private static Path template;
  @TempDir private Path folder;
  private final List<Image> shown = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final AtomicInteger mints = new AtomicInteger();
  private volatile UnaryOperator<ViewUrl> spoil = UnaryOperator.identity();
  private Workspace.Session session;
  private ObjectPictures pictures;
  private List<String> keys;

  @BeforeAll
  static void draw(@TempDir Path drawn) {
    DrawnGallery.fill(drawn, 6, 0, 0);
    template = drawn;
  }

  @BeforeEach
  void open() {
    DrawnGallery.copy(template, folder);
    session = Galleries.open(folder);
    keys =
        session.gallery().photos().timeline(null, null, 10).items().stream()
            .map(photo -> ObjectKeys.thumb(photo.id(), SIZE))
            .toList();
    pictures(PLENTY);
  }

  @AfterEach
  void close() {
    Fx.run(pictures::close);
    session.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void wishesOfOnePulseShareOneMint() {
    Fx.run(() -> keys.forEach(this::load));
    Fx.until(() -> shown.size() == keys.size());
    assertThat(mints).hasValue(1);
    assertThat(shown).allMatch(image -> Math.max(image.getWidth(), image.getHeight()) == SIZE);
  }

  @Test
  void aUrlThatIsRefusedIsMintedAgain() {
    spoil = url -> mints.get() == 1 ? forged(url) : url;
    Fx.run(() -> load(keys.getFirst()));
    Fx.until(() -> shown.size() == 1);
    assertThat(mints).hasValue(2);
    assertThat(missing).isEmpty();
  }

  @Test
  void whatIsRefusedAgainAndAgainIsSaidOnce() {
    spoil = ObjectPicturesTest::forged;
    Fx.run(() -> load(keys.getFirst()));
    Fx.until(() -> !missing.isEmpty());
    assertThat(mints).hasValue(3);
    assertThat(missing).hasSize(1);
    assertThat(missing.getFirst()).contains("does not hand").doesNotContain("http", "Signature", keys.getFirst());
    assertThat(shown).isEmpty();
  }

  @Test
  void aUrlIsUsedAgainWhileItLives() {
    Fx.run(() -> load(keys.getFirst(), 64));
    Fx.until(() -> shown.size() == 1);
    Fx.run(() -> load(keys.getFirst(), 128));
    Fx.until(() -> shown.size() == 2);
    assertThat(mints).hasValue(1);
  }

  @Test
  void aUrlSoonToExpireIsMintedAgainBeforeItIsRefused() {
    spoil = url -> new ViewUrl(url.url(), Instant.now().plusSeconds(30));
    Fx.run(() -> load(keys.getFirst(), 64));
    Fx.until(() -> shown.size() == 1);
    Fx.run(() -> load(keys.getFirst(), 128));
    Fx.until(() -> shown.size() == 2);
    assertThat(mints).hasValue(2);
  }

  @Test
  void whatIsHeldIsAnsweredAtOnceAndWithoutRoomNothingElseIsHeld() {
    Fx.run(() -> load(keys.getFirst()));
    Fx.until(() -> shown.size() == 1);
    assertThat(atOnce(keys.getFirst())).isTrue();

    Fx.run(pictures::close);
    pictures(1);
    for (String key : keys) {
      int before = shown.size();
      Fx.run(() -> load(key));
      Fx.until(() -> shown.size() == before + 1);
    }
    assertThat(atOnce(keys.getLast())).isTrue();
    assertThat(atOnce(keys.getFirst())).isFalse();
  }

  @Test
  void aWishTakenBackIsNotAnswered() {
    Fx.run(() -> load(keys.get(0)).cancel());
    Fx.run(() -> load(keys.get(1)));
    Fx.until(() -> shown.size() == 1);
    Fx.run(() -> load(keys.get(2)));
    Fx.until(() -> shown.size() == 2);
    assertThat(missing).isEmpty();
    assertThat(atOnce(keys.get(0))).isFalse();
  }

  @Test
  void anObjectThatIsNotThereIsSaidToBeMissing() {
    Fx.run(() -> load(keys.getFirst().replace(".jpg", "-gone.jpg")));
    Fx.until(() -> !missing.isEmpty());
    assertThat(missing.getFirst()).contains("not in the store");
    assertThat(mints).hasValue(1);
  }

  private boolean atOnce(String key) {
    return Fx.on(
        () -> {
          int before = shown.size();
          Pictures.Wish wish = load(key);
          wish.cancel();
          return shown.size() == before + 1;
        });
  }

  private Pictures.Wish load(String key) {
    return load(key, SIZE);
  }

  private Pictures.Wish load(String key, int side) {
    return pictures.load(key, side, shown::add, missing::add);
  }

  private void pictures(long bytes) {
    Photos real = session.gallery().photos();
    Photos counted =
        (Photos)
            Proxy.newProxyInstance(
                Photos.class.getClassLoader(),
                new Class<?>[] {Photos.class},
                (_, method, words) ->
                    method.getName().equals("views") ? views(real, words[0]) : null);
    pictures = new ObjectPictures(counted, Background.ofJavaFx(failures::add), bytes);
  }

  @SuppressWarnings("unchecked") // as `Photos.views` has it
  private Map<String, ViewUrl> views(Photos real, Object wanted) {
    mints.incrementAndGet();
    Map<String, ViewUrl> views = new HashMap<>(real.views((Collection<String>) wanted));
    views.replaceAll((_, url) -> spoil.apply(url));
    return views;
  }

  /// As it would be after its time, or signed by keys that were changed: refused by the server.
  private static ViewUrl forged(ViewUrl url) {
    String text = url.url().toString();
    String last = text.endsWith("0") ? "1" : "0";
    return new ViewUrl(URI.create(text.substring(0, text.length() - 1) + last), url.expires());
  }
}
