package app.likeness.catalog;

import java.util.Map;

/// How many rows of the queue are in each state, and what was passed over while walking folders.
///
/// @param roots dropped roots that are not walked to their end yet
/// @param unsupported how many files of a kind ("RAW", "video") are not supported yet
public record ImportCounts(
    Map<ImportState, Integer> rows, int roots, Map<String, Integer> unsupported) {
  public int of(ImportState state) {
    return rows.getOrDefault(state, 0);
  }

  public int total() {
    return rows.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Rows that still have something to come.
  public int open() {
    return of(ImportState.WAITING) + of(ImportState.UPLOADING) + of(ImportState.FINDING_FACES);
  }
}
