package app.likeness.cli;

import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// Reads the command line and runs its verb.
public final class CommandLineApp {
  static final int FAILED = 1;

  /// Finds the gallery in a folder, or where the operating system keeps such things.
  public interface Workspaces extends Function<Optional<Path>, Workspace> {}

  @Command(
      name = "likeness",
      description = "A photo gallery about people. Without a verb it opens the window.",
      subcommands = HelpCommand.class,
      synopsisSubcommandLabel = "VERB")
  private static final class Root {}

  private final CommandLine line;

  public CommandLineApp(Workspaces workspaces, PrintWriter out, PrintWriter err) {
    line = new CommandLine(new Root());
    Console console = new Console(workspaces, out, err);
    line.addSubcommand(new ImportVerb(console));
    line.addSubcommand(new PeopleVerb(console));
    line.addSubcommand(new PhotosVerb(console));
    line.addSubcommand(new FacesVerb(console));
    line.addSubcommand(new NameVerb(console));
    line.addSubcommand(new MergeVerb(console));
    line.addSubcommand(new RejectVerb(console));
    line.addSubcommand(new HideVerb(console));
    line.addSubcommand(new HistoryVerb(console));
    line.addSubcommand(new UndoVerb(console));
    line.addSubcommand(new DeleteVerb(console));
    line.addSubcommand(new ExportVerb(console));
    line.addSubcommand(new RescanVerb(console));
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler((failure, _, _) -> told(failure, err));
  }

  /// @return 0 when all was done, 1 when some was not, 2 when the words are off
  public int run(String... args) {
    return line.execute(args);
  }

  /// Whether a word is a verb, or asks for help.
  public boolean knows(String word) {
    return line.getSubcommands().containsKey(word) || word.startsWith("-");
  }

  private static int told(Exception failure, PrintWriter err) throws Exception {
    if (failure instanceof GalleryException known) {
      err.println(known.getMessage());
      err.flush();
      return FAILED;
    }
    throw failure;
  }
}
