package app.likeness.cli;

import app.likeness.model.Decision;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `name PERSON NAME`: says what somebody is called.
@Command(name = "name", description = "Name a person.")
final class NameVerb extends Verb {
  @Parameters(index = "0", paramLabel = "PERSON", description = "An id, or a name that only one has.")
  private String person = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "The name; an empty one takes it away.")
  private String name = "";

  NameVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return deciding(
        gallery -> List.of(new Decision.Name(Lists.person(gallery, person).id(), name)));
  }
}
