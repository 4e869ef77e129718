package app.likeness.cli;

import app.likeness.api.Json;
import java.io.PrintWriter;

/// Where a verb finds the gallery, and where it speaks.
record Console(Wiring wiring, PrintWriter out, PrintWriter err) {
  void say(String line) {
    out.println(line);
    out.flush();
  }

  void json(Object form) {
    say(Json.line(form));
  }

  /// Whether a person watches.
  @SuppressWarnings("SystemConsoleNull") // since 25 it is null again where no terminal is
  boolean interactive() {
    return System.console() != null && System.console().isTerminal();
  }

  /// Overwrites one line of a terminal; says nothing into a file or pipe.
  void progress(String text) {
    if (interactive()) {
      err.print("\r\u001b[K" + text);
      err.flush();
    }
  }
}
