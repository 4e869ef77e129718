package app.likeness.cli;

import app.likeness.cli.CommandLineApp.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// No verb: opens the window, and adds the files it was started with.
@Command(
    name = "likeness",
    description = "A photo gallery about people. Without a verb it opens the window.",
    customSynopsis = {"likeness [--gallery=DIR|URL|cloud] [PATH...]", "   or: likeness VERB ..."})
final class WindowVerb extends Verb {
  @Parameters(arity = "0..*", paramLabel = "PATH", description = "Photos and folders to import.")
  private List<Path> paths = new ArrayList<>();

  private final Window window;

  WindowVerb(Console console, Window window) {
    super(console);
    this.window = window;
  }

  @Override
  public Integer call() throws InterruptedException {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new ParameterException(
            spec.commandLine(),
            "\"%s\" is neither a verb nor a file".formatted(path));
      }
    }
    window.run(workspace(), paths);
    return 0;
  }
}
