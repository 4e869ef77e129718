package app.likeness.cli;

import app.likeness.model.Decision;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException.NotFound;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `reject FACE PERSON`: says that a face is not theirs.
@Command(name = "reject", description = "Say that a face is not that person.")
final class RejectVerb extends Verb {
  @Parameters(index = "0", paramLabel = "FACE", description = "A face as \"faces\" lists it.")
  private String face = "";

  @Parameters(index = "1", paramLabel = "PERSON", description = "An id, or a name that only one has.")
  private String person = "";

  RejectVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return deciding(
        gallery ->
            List.of(new Decision.Reject(id(), Set.of(Lists.person(gallery, person).id()))));
  }

  private FaceId id() {
    try {
      return FaceId.parse(face);
    } catch (IllegalArgumentException _) {
      throw new NotFound("There is no face \"%s\"; \"faces\" lists them.".formatted(face));
    }
  }
}
