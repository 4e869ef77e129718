package app.likeness.app;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What is worth a line in the log: our own words, and only the troubles of the parts we use; of
/// those that throw what they log, nothing.
public final class Logs {
  /// Held here, since the log manager forgets loggers that nobody holds, levels and all.
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.gaul"),
          Logger.getLogger("software.amazon"),
          Logger.getLogger("org.eclipse.jetty"));

  /// Of the JDK's console handler, which takes two lines for each unless told otherwise.
  private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

  private static final List<Logger> SILENT =
      List.of(Logger.getLogger("org.sqlite"), Logger.getLogger("ai.onnxruntime"));

  private Logs() {}

  public static void quieten() {
    if (System.getProperty(FORMAT) == null) {
      System.setProperty(FORMAT, "%1$tF %1$tT %4$s: %5$s%6$s%n");
    }
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
  }
}
