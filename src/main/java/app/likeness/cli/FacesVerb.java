package app.likeness.cli;

import app.likeness.api.Forms;
import app.likeness.api.Forms.FaceForm;
import app.likeness.gallery.Gallery;
import app.likeness.model.Face;
import app.likeness.model.PhotoId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `faces`: lists every face that was found, with whom it is shown as.
@Command(name = "faces", description = "List all faces.")
final class FacesVerb extends Verb {
  FacesVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return reading(this::list);
  }

  private void list(Gallery gallery) {
    List<FaceForm> faces = new ArrayList<>();
    Map<PhotoId, String> names = new HashMap<>();
    Lists.pages(
        cursor -> gallery.photos().faces(cursor, Lists.PAGE),
        page -> {
          names.clear();
          page.forEach(face -> show(face, names.computeIfAbsent(face.id().photo(), id -> name(gallery, id)), faces));
        });
    if (json) {
      console.json(new Forms.Faces(faces));
    }
  }

  private static String name(Gallery gallery, PhotoId id) {
    return gallery.photos().photo(id).map(photo -> photo.original().fileName()).orElse("");
  }

  private void show(Face face, String fileName, List<FaceForm> faces) {
    if (json) {
      faces.add(FaceForm.of(face, fileName));
    } else {
      String whose = face.person() == null ? "(nobody)" : face.person().value();
      console.say("%s  %s  %s".formatted(face.id(), whose, fileName));
    }
  }
}
