package app.likeness.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.GalleryException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private final Notices notices = new Notices();

  @Test
  void showsWhatAGalleryExceptionSays() {
    notices.failed(new GalleryException.Unavailable("The disk is full; make room.", null));
    assertThat(notices.current()).isNotNull();
    assertThat(notices.current().text()).isEqualTo("The disk is full; make room.");
    assertThat(notices.current().error()).isTrue();
  }

  @Test
  void neverShowsWhatWasNotWrittenForTheUser() {
    notices.failed(new IllegalStateException("https://secret/?X-Amz-Signature=1"));
    assertThat(notices.current()).isNotNull();
    assertThat(notices.current().text()).doesNotContain("secret");
  }

  @Test
  void anActionRunsOnceAndDismisses() {
    List<String> done = new ArrayList<>();
    notices.show("Merged", "Undo", () -> done.add("undo"));
    notices.act();
    notices.act();
    assertThat(done).containsExactly("undo");
    assertThat(notices.current()).isNull();
  }
}
