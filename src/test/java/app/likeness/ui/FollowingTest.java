package app.likeness.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Changes;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.Workspace;
import app.likeness.model.Decision;
import app.likeness.model.GalleryException;
import app.likeness.model.PersonId;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Fx;
import app.likeness.testing.Galleries;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FollowingTest {
  @TempDir private Path folder;
  private final List<Changes> told = new CopyOnWriteArrayList<>();
  private final List<Boolean> onUiThread = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean unreachable;
  private Workspace.Session session;
  private Following following;
  private PersonId person;

  @BeforeEach
  void open() {
    DrawnGallery.fill(folder, 4, 2, 0);
    session = Galleries.open(folder);
    person = Galleries.people(session.gallery()).getFirst().id();
    Background background =
        Background.ofJavaFx(
            failure -> {
              throw new AssertionError(failure);
            });
    following = new Following(breakable(session.gallery()), background, Duration.ofMillis(5));
    following.start();
    Fx.until(() -> asked.get() > 0);
  }

  @AfterEach
  void close() {
    following.close();
    session.close();
  }

  @Test
  void tellsWhatHasChangedSinceAndNothingElse() {
    Fx.run(() -> following.listen(this::note));
    name("Ana");
    Fx.until(() -> !told.isEmpty());
    assertThat(told.getFirst().persons()).containsExactly(person);
    assertThat(told.getFirst().photos()).isEmpty();
    assertThat(told.getFirst().all()).isFalse();
    assertThat(onUiThread).containsOnly(true);
  }

  @Test
  void whoStoppedListeningIsNotTold() {
    AtomicInteger others = new AtomicInteger();
    Runnable end = Fx.on(() -> following.listen(_ -> others.incrementAndGet()));
    Fx.run(() -> following.listen(this::note));
    name("Ana");
    Fx.until(() -> told.size() == 1 && others.get() == 1);
    Fx.run(end);
    name("Ben");
    Fx.until(() -> told.size() == 2);
    assertThat(others).hasValue(1);
  }

  @Test
  void goesOnWhenTheGalleryCanBeAskedAgain() {
    Fx.run(() -> following.listen(this::note));
    unreachable = true;
    int before = asked.get();
    Fx.until(() -> asked.get() > before + 2);
    name("Ana");
    unreachable = false;
    Fx.until(() -> !told.isEmpty());
    assertThat(told.getFirst().persons()).containsExactly(person);
  }

  @Test
  void aNodeIsToldWhileItIsInAWindowAndOfEverythingWhenItComesBack() {
    List<Changes> others = new CopyOnWriteArrayList<>();
    Group node = new Group();
    Pane window = new Pane();
    Scene scene = Fx.on(() -> new Scene(window));
    Fx.run(
        () -> {
          following.whileShown(node, this::note);
          following.listen(others::add);
        });
    assertThat(told).isEmpty();
    Fx.run(() -> scene.setRoot(new Pane(node)));
    assertThat(told).singleElement().matches(Changes::all);

    Fx.run(() -> scene.setRoot(new Pane()));
    name("Ana");
    Fx.until(() -> !others.isEmpty());
    assertThat(told).hasSize(1);

    Fx.run(() -> scene.setRoot(new Pane(node)));
    assertThat(told).hasSize(2).last().matches(Changes::all);
    name("Ben");
    Fx.until(() -> told.size() == 3);
    assertThat(told.getLast().persons()).containsExactly(person);
  }

  private void note(Changes changes) {
    onUiThread.add(Platform.isFxApplicationThread());
    told.add(changes);
  }

  private void name(String name) {
    session.gallery().people().decide(List.of(new Decision.Name(person, name)));
  }

  private Gallery breakable(Gallery real) {
    return (Gallery)
        Proxy.newProxyInstance(
            Gallery.class.getClassLoader(),
            new Class<?>[] {Gallery.class},
            (_, method, words) -> {
              try {
                if (unreachable) {
                  throw new GalleryException.Unavailable("Nobody answers.", null);
                }
                return method.invoke(real, words);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                asked.incrementAndGet();
              }
            });
  }
}
