package app.likeness.catalog.dynamodb;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.DecisionLog;
import app.likeness.model.Act;
import app.likeness.model.GalleryException;
import java.util.List;

/// The decision log in `Decisions`.
final class DynamoLog implements DecisionLog {
  private final Writer writer;

  DynamoLog(Writer writer) {
    this.writer = writer;
  }

  @Override
  public List<Act> after(long seq, int limit) {
    return acts(Ordered.ACTS.query().after(Long.toString(seq)), limit);
  }

  @Override
  public List<Act> before(long seq, int limit) {
    return acts(
        Ordered.ACTS.query().backwards().after(seq == 0 ? null : Long.toString(seq)), limit);
  }

  private List<Act> acts(Query query, int limit) {
    int most = Cursor.limit(limit);
    return writer.view().query(query.fetching(most)).limit(most).map(ActRow::read).toList();
  }

  @Override
  public void append(Act act) {
    writer.write(
        unit -> {
          long last = Ordered.ACTS.last(unit).map(item -> item.number("seq")).orElse(0L);
          if (act.seq() != last + 1) {
            throw new GalleryException.Conflict(
                "Something else was decided meanwhile: look at it and try again.");
          }
          unit.put(Table.DECISIONS, ActRow.of(act));
          Mentions.write(unit, act);
          return true;
        });
  }
}
