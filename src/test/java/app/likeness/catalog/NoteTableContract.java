package app.likeness.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the notes of every catalogue must do.
public abstract class NoteTableContract extends CatalogContract {
  private static Note note(String kind, String name, String value) {
    return new Note(kind, name, value, null);
  }

  @Test
  void aNoteIsFoundByKindAndNameUntilItIsRemoved() {
    Note note = note("inbox", "photos-raw/inbox/a b_ü.jpg", "one\ntwo");
    catalog.notes().put(note);

    assertThat(catalog.notes().find("inbox", note.name())).contains(note);
    assertThat(catalog.notes().find("other", note.name())).isEmpty();
    assertThat(catalog.notes().remove("inbox", note.name())).isTrue();
    assertThat(catalog.notes().remove("inbox", note.name())).isFalse();
    assertThat(catalog.notes().find("inbox", note.name())).isEmpty();
  }

  @Test
  void theNewestOfANameStands() {
    catalog.notes().put(note("k", "n", "old"));
    catalog.notes().put(note("k", "n", "new"));

    assertThat(catalog.notes().of("k", null, 9).items()).containsExactly(note("k", "n", "new"));
  }

  @Test
  void aKindIsListedCompletely() {
    IntStream.range(0, 25).forEach(i -> catalog.notes().put(note("k", "n" + i, "v" + i)));
    catalog.notes().put(note("l", "other", ""));

    assertThat(all(cursor -> catalog.notes().of("k", cursor, 4)))
        .hasSize(25)
        .doesNotHaveDuplicates()
        .allMatch(note -> note.kind().equals("k"));
  }

  @Test
  void notesAboutAPhotoGoWithIt() {
    Photo photo = Samples.add(catalog, Samples.photo("aaaa", 1));
    Photo other = Samples.add(catalog, Samples.photo("bbbb", 2));
    catalog.notes().put(new Note("name", "x.jpg", "", photo.id()));
    catalog.notes().put(new Note("name", "y.jpg", "", photo.id()));
    catalog.notes().put(new Note("name", "x.jpg", "", other.id()));

    catalog.photos().erase(photo.id());

    assertThat(catalog.notes().find("name", "x.jpg").map(Note::photo)).contains(other.id());
    assertThat(catalog.notes().find("name", "y.jpg")).isEmpty();
    assertThat(catalog.photos().find(other.id())).contains(other);
  }

  @Test
  void aNoteAboutAPhotoThatIsNotThereIsPassedOver() {
    catalog.notes().put(new Note("name", "x.jpg", "", new PhotoId("gone")));

    assertThat(catalog.notes().find("name", "x.jpg")).isEmpty();
  }
}
