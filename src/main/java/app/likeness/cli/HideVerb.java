package app.likeness.cli;

import app.likeness.model.Decision;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hide PERSON`: keeps somebody out of the People grid.
@Command(name = "hide", description = "Hide a person from the people shown.")
final class HideVerb extends Verb {
  @Parameters(index = "0", paramLabel = "PERSON", description = "An id, or a name that only one has.")
  private String person = "";

  @Option(names = "--show", description = "Show them again instead.")
  private boolean show;

  HideVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return deciding(
        gallery -> List.of(new Decision.Hide(Lists.person(gallery, person).id(), !show)));
  }
}
