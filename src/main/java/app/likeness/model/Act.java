package app.likeness.model;

import java.time.Instant;
import java.util.List;

/// One gesture in the decision log: what was decided together and is undone together.
///
/// @param seq its place in the log, from 1 without gaps
public record Act(long seq, Instant at, List<Decision> decisions) {
  public Act {
    decisions = List.copyOf(decisions);
  }
}
