package app.likeness.catalog.sqlite;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.DecisionLog;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.GalleryException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The decision log in `acts` and `decisions`; a row's photo can be struck from it.
final class SqliteLog implements DecisionLog {
  private final Sqlite sqlite;

  SqliteLog(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  @Override
  public List<Act> after(long seq, int limit) {
    return acts("SELECT seq, at FROM acts WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit);
  }

  @Override
  public List<Act> before(long seq, int limit) {
    return acts(
        "SELECT seq, at FROM acts WHERE seq < ? ORDER BY seq DESC LIMIT ?",
        seq == 0 ? Long.MAX_VALUE : seq, limit);
  }

  private List<Act> acts(String sql, long seq, int limit) {
    return sqlite.read(
        session ->
            session.list(
                sql,
                row -> act(session, row.getLong(1), Instant.parse(row.getString(2))),
                seq, Cursor.limit(limit)));
  }

  /// Rows of one place are one decision, whatever was struck between them.
  private static Act act(Session session, long seq, Instant at) {
    TreeMap<Integer, List<DecisionRow>> places = new TreeMap<>();
    for (DecisionRow row : DecisionRow.of(session, seq)) {
      places.computeIfAbsent(row.place(), _ -> new ArrayList<>()).add(row);
    }
    return new Act(seq, at, places.values().stream().map(DecisionRow::decision).toList());
  }

  @Override
  public void append(Act act) {
    sqlite.write(
        session -> {
          long next = session.number("SELECT max(seq) FROM acts") + 1;
          if (act.seq() != next) {
            throw new GalleryException.Conflict(
                "Something else was decided meanwhile: look at it and try again.");
          }
          session.run("INSERT INTO acts (seq, at) VALUES (?, ?)", act.seq(), act.at().toString());
          int place = 0;
          for (Decision decision : act.decisions()) {
            DecisionRow.write(session, act.seq(), place++, decision);
          }
          return true;
        });
  }
}
