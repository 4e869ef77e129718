package app.likeness.catalog.dynamodb;

import app.likeness.catalog.dynamodb.Lease.Hold;
import app.likeness.catalog.dynamodb.Unit.Write;
import app.likeness.model.GalleryException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// One turn at writing: from taking the lease, which is renewed meanwhile, to giving it back.
final class Turn implements AutoCloseable {
  /// The lease is renewed this many times before it would be over.
  private static final int RENEWALS = 3;

  private final Lease lease;
  private final Journal journal;
  private final Hold hold;
  private final Future<?> renewal;
  /// Until then nobody else can have taken over, in nanoseconds of this process.
  private volatile long safe;
  /// Whether a unit of work stands in the journal and not wholly in the tables.
  private boolean decided;
  private int parts;

  /// Waits for the lease.
  Turn(Lease lease, Journal journal, ScheduledExecutorService clock) {
    this.lease = lease;
    this.journal = journal;
    hold = lease.take();
    safe = System.nanoTime() + lease.length().toNanos();
    decided = hold.pending() > 0;
    parts = hold.parts();
    long every = Math.max(1, lease.length().toMillis() / RENEWALS);
    renewal = clock.scheduleAtFixedRate(this::renew, every, every, TimeUnit.MILLISECONDS);
  }

  private void renew() {
    long now = System.nanoTime();
    try {
      if (lease.renew(hold)) {
        safe = now + lease.length().toNanos();
      }
    } catch (GalleryException _) {
      // It is tried again in a moment.
    }
  }

  /// The number of this turn's unit of work.
  long rev() {
    return hold.rev();
  }

  /// The number of a unit of work that somebody had decided on and not wholly written, 0 for none.
  long pending() {
    return hold.pending();
  }

  List<Write> left() {
    return journal.read(hold.parts());
  }

  /// Notes that what was pending is written, and clears up after whoever has died.
  void resumed() {
    if (decided) {
      lease.settled(hold);
      decided = false;
    }
    if (hold.orphaned() || hold.pending() > 0) {
      journal.sweep(hold.rev());
    }
    parts = 0;
  }

  /// Decides on a unit of work: from here on it stands, come what may.
  void decide(List<Write> writes) {
    parts = journal.write(writes, hold.rev());
    lease.commit(hold, parts);
    decided = true;
  }

  /// Notes that what was decided on is written.
  void done() {
    if (parts > 1) { // the first part goes with the next unit of work at the latest, others do not
      lease.settled(hold);
      decided = false;
      journal.clear(parts, hold.rev());
      parts = 0;
    }
    decided = false;
  }

  /// @throws GalleryException.Unavailable when somebody else may be writing by now
  void check() {
    if (System.nanoTime() - safe > 0) {
      throw new GalleryException.Unavailable(
          "DynamoDB was out of reach for too long: what was being written is completed later.",
          null);
    }
  }

  @Override
  public void close() {
    renewal.cancel(false);
    try {
      if (decided) {
        lease.leave(hold);
      } else {
        lease.close(hold);
        journal.clear(parts, hold.rev());
      }
    } catch (GalleryException _) {
      // The lease ends by itself, and whoever takes it then clears up.
    }
  }
}
