package app.likeness.cli;

import app.likeness.model.GalleryException.NotFound;
import app.likeness.model.PhotoId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `delete PHOTO…`: deletes photos for good, with all that was made of them.
@Command(name = "delete", description = "Delete photos from the gallery for good; your own files stay.")
final class DeleteVerb extends Verb {
  @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "Ids of photos.")
  private List<String> photos = new ArrayList<>();

  DeleteVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return writing(
        gallery -> {
          List<PhotoId> ids = photos.stream().distinct().map(DeleteVerb::id).toList();
          gallery.photos().delete(ids);
          if (json) {
            console.json(new Deleted(ids.stream().map(PhotoId::value).toList()));
          } else {
            console.say(Lists.count(ids.size(), "photo") + " deleted.");
          }
        });
  }

  private record Deleted(List<String> deleted) {}

  private static PhotoId id(String text) {
    try {
      return new PhotoId(text);
    } catch (IllegalArgumentException _) {
      throw new NotFound("There is no photo \"%s\"; nothing was deleted.".formatted(text));
    }
  }
}
