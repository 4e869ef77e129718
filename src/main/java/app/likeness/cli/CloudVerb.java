package app.likeness.cli;

import app.likeness.cli.Wiring.CloudSetup;
import app.likeness.gallery.CloudSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `cloud init`: makes what a gallery in the cloud needs, and says so first.
@Command(name = "cloud", description = "Keep a gallery in your own buckets and tables.")
final class CloudVerb extends Verb {
  private CloudVerb(Console console) {
    super(console);
  }

  /// The verb with the one below it.
  static CommandLine line(Console console) {
    return new CommandLine(new CloudVerb(console)).addSubcommand(new Init(console));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say what to do: init");
  }

  @Command(
      name = "init",
      description = {
        "Create the buckets, tables and collection that are missing, and note where they are.",
        "It says first what it would do, and leaves all that is there as it is. It signs in as the",
        "AWS tools do, and keeps no key. Without options it completes what was set up before."
      })
  private static final class Init extends Verb {
    @Option(names = "--dry-run", description = "Only say what it would do.")
    private boolean dryRun;

    @Option(names = "--cors", paramLabel = "ORIGIN",
        description = "Web pages that may send and show photos; may be repeated.")
    private Set<String> origins = new LinkedHashSet<>();

    @Mixin private CloudOptions options = new CloudOptions();

    Init(Console console) {
      super(console);
    }

    @Override
    public Integer call() {
      Optional<CloudSettings> settings = options.settings(spec.commandLine());
      try (CloudSetup setup = console.wiring().setUp(cloud(), settings, List.copyOf(origins))) {
        List<String> plan = setup.plan();
        if (!json) {
          plan.forEach(console::say);
        }
        List<String> done = new ArrayList<>();
        List<String> refused = dryRun ? List.of() : setup.apply(done::add);
        tell(new Outcome(plan, done, refused));
      }
      return 0;
    }

    private Where.Cloud cloud() {
      return switch (where()) {
        case Where.Cloud cloud -> cloud;
        case Where.Usual _ -> new Where.Cloud(Where.Cloud.USUAL);
        case Where.Folder _, Where.Server _ ->
            throw new ParameterException(
                spec.commandLine(), "a gallery in the cloud is called cloud, or like cloud:work");
      };
    }

    private void tell(Outcome outcome) {
      if (json) {
        console.json(outcome);
        return;
      }
      outcome.refused().forEach(console::say);
      if (outcome.plan().isEmpty()) {
        console.say("Nothing is missing.");
      } else {
        console.say(dryRun ? "Nothing was done." : "Done; \"likeness --gallery cloud\" opens it.");
      }
    }
  }

  private record Outcome(List<String> plan, List<String> done, List<String> refused) {}
}
