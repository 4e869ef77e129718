package app.likeness.catalog;

import app.likeness.model.Act;
import java.util.List;

/// What people decided, in order; only appended to, but for what an erasure strikes out.
public interface DecisionLog {
  /// Acts in order, those after one; 0 for the first.
  List<Act> after(long seq, int limit);

  /// Acts newest first, those before one; 0 for the newest.
  List<Act> before(long seq, int limit);

  /// Appends an act; durable when this (or the work around it) returns.
  ///
  /// @throws app.likeness.model.GalleryException.Conflict when `act.seq()` is not the next
  void append(Act act);
}
