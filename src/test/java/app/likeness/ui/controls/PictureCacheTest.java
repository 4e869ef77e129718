package app.likeness.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PictureCacheTest {
  private static final long ONE = 10 * 20 * 4;

  private final PictureCache cache = new PictureCache(3 * ONE);

  @Test
  void whatWasUsedLongestAgoGoesFirstAndTheBudgetIsKept() {
    for (int i = 0; i < 3; i++) {
      put(i);
    }
    assertThat(cache.get(name(0))).isNotNull();
    put(3);
    assertThat(cache.get(name(1))).isNull();
    assertThat(cache.get(name(0))).isNotNull();
    for (int i = 4; i < 1_000; i++) {
      put(i);
      assertThat(cache.held()).isEqualTo(3 * ONE);
    }
  }

  @Test
  void thePlaceOfAPictureThatIsPutAgainIsCountedOnce() {
    put(1);
    put(1);
    assertThat(cache.held()).isEqualTo(ONE);
  }

  @Test
  void aPictureLargerThanAllRoomIsHeldAlone() {
    put(1);
    put(2);
    cache.put(name(3), new WritableImage(100, 100));
    assertThat(cache.get(name(3))).isNotNull();
    assertThat(cache.held()).isEqualTo(100 * 100 * 4);
    put(4);
    assertThat(cache.held()).isEqualTo(ONE);
  }

  private void put(int n) {
    cache.put(name(n), new WritableImage(10, 20));
  }

  private static PictureCache.Name name(int n) {
    return new PictureCache.Name("key" + n, 0);
  }
}
