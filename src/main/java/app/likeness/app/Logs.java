package app.likeness.app;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What is worth a line in the log: our own words, and only the troubles of the parts we use.
public final class Logs {
  /// Held here, since the log manager forgets loggers that nobody holds, levels and all.
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.gaul"), Logger.getLogger("software.amazon"));

  private Logs() {}

  public static void quieten() {
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
  }
}
