package app.likeness.cli;

import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/// Reads the command line and runs its verb.
public final class CommandLineApp {
  static final int FAILED = 1;
  private static final int USAGE = 2;

  /// Shows a gallery in a window until that is closed.
  public interface Window {
    /// @param dropped files and folders to add
    void run(Workspace workspace, List<Path> dropped) throws InterruptedException;
  }

  private final CommandLine line;

  public CommandLineApp(Wiring wiring, Window window, PrintWriter out, PrintWriter err) {
    Console console = new Console(wiring, out, err);
    line = new CommandLine(new WindowVerb(console, window));
    line.addSubcommand(new HelpCommand());
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
    line.addSubcommand(new ServeVerb(console));
    line.addSubcommand(TokenVerb.line(console));
    line.addSubcommand(CloudVerb.line(console));
    line.setOut(out);
    line.setErr(err);
    line.setExpandAtFiles(false); // a file may be called @home.jpg
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(Path.class, Words::path);
    line.registerConverter(Where.class, Words::where);
    line.registerConverter(Long.class, Words::act);
    line.setParameterExceptionHandler((wrong, _) -> told(Words.explain(wrong), USAGE, err));
    line.setExecutionExceptionHandler((failure, _, _) -> told(failure, err));
  }

  /// @return 0 when all was done, 1 when some was not, 2 when the words are off
  public int run(String... args) {
    return line.execute(args);
  }

  private static int told(Exception failure, PrintWriter err) throws Exception {
    if (failure instanceof GalleryException known) {
      return told(String.valueOf(known.getMessage()), FAILED, err);
    }
    throw failure;
  }

  private static int told(String sentence, int status, PrintWriter err) {
    err.println(sentence);
    err.flush();
    return status;
  }
}
