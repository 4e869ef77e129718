package app.likeness.cli;

import app.likeness.api.Forms;
import app.likeness.api.Forms.PhotoForm;
import app.likeness.catalog.PersonPhoto;
import app.likeness.gallery.Gallery;
import app.likeness.model.PersonId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `photos PERSON`: lists the photos that somebody is on, newest first.
@Command(name = "photos", description = "List the photos of a person.")
final class PhotosVerb extends Verb {
  @Parameters(index = "0", paramLabel = "PERSON", description = "An id, or a name that only one has.")
  private String person = "";

  PhotosVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return reading(this::list);
  }

  private void list(Gallery gallery) {
    PersonId id = Lists.person(gallery, person).id();
    List<PhotoForm> photos = new ArrayList<>();
    Lists.pages(
        cursor -> gallery.people().photosOf(id, cursor, Lists.PAGE),
        page -> page.forEach(shown -> show(gallery, shown, photos)));
    if (json) {
      console.json(new Forms.PersonPhotos(id.value(), photos));
    }
  }

  private void show(Gallery gallery, PersonPhoto shown, List<PhotoForm> photos) {
    var original = shown.photo().original();
    if (json) {
      var keys = List.of(original.key(), shown.face().thumbKey());
      photos.add(PhotoForm.of(shown, gallery.photos().views(keys)));
    } else {
      console.say(
          "%s  %s  %s".formatted(shown.photo().id(), shown.photo().sortedAt(), original.fileName()));
    }
  }
}
