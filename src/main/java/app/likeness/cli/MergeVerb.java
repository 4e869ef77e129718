package app.likeness.cli;

import app.likeness.model.Decision;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `merge A B`: says that two people are one, shown as the second.
@Command(name = "merge", description = "Merge person A into person B.")
final class MergeVerb extends Verb {
  @Parameters(index = "0", paramLabel = "A", description = "An id, or a name that only one has.")
  private String person = "";

  @Parameters(index = "1", paramLabel = "B", description = "Whom they are shown as.")
  private String into = "";

  MergeVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return deciding(
        gallery ->
            List.of(
                new Decision.Same(
                    Lists.person(gallery, person).id(), Lists.person(gallery, into).id())));
  }
}
