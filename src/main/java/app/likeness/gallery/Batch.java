package app.likeness.gallery;

import app.likeness.model.PhotoId;
import java.util.List;

/// Photos that came together and whose people are grouped together, and how far they are.
///
/// @param ready how many photos are ready
/// @param failed those whose content is no good
/// @param outstanding those that have not arrived or are not finished
/// @param grouped whether what its rule waited for has come, and its people have been grouped
public record Batch(
    String id,
    StartRule rule,
    int ready,
    List<PhotoId> failed,
    List<PhotoId> outstanding,
    boolean grouped) {
  public Batch {
    failed = List.copyOf(failed);
    outstanding = List.copyOf(outstanding);
  }

  /// Whether what the rule waits for has come.
  boolean due() {
    return switch (rule) {
      case NOW -> true;
      case WHEN_ALL_READY -> outstanding.isEmpty() && failed.isEmpty();
      case WHEN_READY_DESPITE_FAILED -> outstanding.isEmpty();
    };
  }
}
