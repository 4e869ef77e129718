package app.likeness.ui.viewer;

import app.likeness.gallery.Gallery;
import app.likeness.model.Face;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.ui.Background;
import app.likeness.ui.photos.PhotoVerbs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The photo that is shown, who is on it, and the way to the next.
public final class ViewerModel {
  private final Sequence sequence;
  private final Gallery gallery;
  private final Background background;
  private final PhotoVerbs verbs;
  private final ReadOnlyObjectWrapper<@Nullable Photo> photo =
      new ReadOnlyObjectWrapper<>(this, "photo");
  private final ReadOnlyObjectWrapper<List<SeenFace>> faces =
      new ReadOnlyObjectWrapper<>(this, "faces", List.of());
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(this, "index", -1);
  private Runnable ended = () -> {};
  private boolean open = true;

  public ViewerModel(
      Sequence sequence, Gallery gallery, Background background, PhotoVerbs verbs) {
    this.sequence = sequence;
    this.gallery = gallery;
    this.background = background;
    this.verbs = verbs;
    sequence.versionProperty().subscribe(_ -> follow());
  }

  // ---- properties

  /// `null` while it is on its way into memory.
  public ReadOnlyObjectProperty<@Nullable Photo> photoProperty() {
    return photo.getReadOnlyProperty();
  }

  public @Nullable Photo photo() {
    return photo.get();
  }

  /// Who is on the photo; empty until that is known.
  ReadOnlyObjectProperty<List<SeenFace>> facesProperty() {
    return faces.getReadOnlyProperty();
  }

  /// Where in the sequence the photo is, from 0.
  public ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
  }

  public int size() {
    return sequence.size();
  }

  /// A photo before (`-1`) or after (`1`) this one, if there is one and it is in memory.
  @Nullable Photo neighbour(int steps) {
    int at = index.get() + steps;
    return at < 0 || at >= size() ? null : sequence.at(at);
  }

  /// What to do when nothing is left to be shown.
  public void onEnded(Runnable then) {
    ended = then;
  }

  // ---- verbs

  public void next() {
    go(index.get() + 1);
  }

  public void previous() {
    go(index.get() - 1);
  }

  public void first() {
    go(0);
  }

  public void last() {
    go(size() - 1);
  }

  private void go(int to) {
    if (to >= 0 && to < size() && to != index.get()) {
      sequence.go(to);
      follow();
    }
  }

  /// Deletes the photo for good and shows the next; ask before.
  public void delete() {
    Photo shown = photo();
    if (shown != null) {
      verbs.delete(List.of(shown.id()), () -> sequence.gone(shown.id()));
    }
  }

  /// Lets the user choose a folder and copies the original into it.
  public void save() {
    Photo shown = photo();
    if (shown != null) {
      verbs.save(List.of(shown.id()));
    }
  }

  /// Follows the sequence no more.
  public void close() {
    open = false;
  }

  private void follow() {
    if (!open) {
      return;
    }
    if (size() == 0) {
      open = false;
      ended.run();
      return;
    }
    index.set(sequence.index());
    Photo now = sequence.at(sequence.index());
    if (!Objects.equals(now, photo.get())) {
      PhotoId before = photo.get() == null ? null : photo.get().id();
      photo.set(now);
      if (now == null || !now.id().equals(before)) {
        faces.set(List.of());
      }
      if (now != null) {
        look(now.id());
      }
    }
  }

  private void look(PhotoId id) {
    background.job(() -> seen(id)).then(now -> looked(id, now)).start();
  }

  private void looked(PhotoId id, List<SeenFace> now) {
    Photo shown = photo();
    if (shown != null && shown.id().equals(id)) {
      faces.set(now);
    }
  }

  private List<SeenFace> seen(PhotoId id) {
    Map<PersonId, @Nullable Person> persons = new HashMap<>();
    List<SeenFace> all = new ArrayList<>();
    for (Face face : gallery.photos().faces(id)) {
      PersonId of = face.person();
      if (of != null && !persons.containsKey(of)) {
        persons.put(of, gallery.people().person(of).orElse(null));
      }
      all.add(new SeenFace(face, of == null ? null : persons.get(of)));
    }
    return List.copyOf(all);
  }
}
