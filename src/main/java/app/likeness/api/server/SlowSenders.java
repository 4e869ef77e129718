package app.likeness.api.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/// Cuts off who sends a byte now and then, as Jetty does not: its patience begins anew with each, in
/// a request's head and, measured, in its body too.
final class SlowSenders implements Connection.Listener {
  /// Once may be the end of something that came quickly.
  private static final int SLOW_SPANS = 2;

  /// Within so many, the first request has come.
  private static final int FIRST_SPANS = 6;

  private final Scheduler scheduler;
  private final Duration span;
  private final long least;

  /// @param span between two looks at a connection
  /// @param bytesPerSecond that who sends at all is to send
  SlowSenders(Scheduler scheduler, Duration span, int bytesPerSecond) {
    this.scheduler = scheduler;
    this.span = span;
    least = bytesPerSecond * span.toSeconds();
  }

  /// What was seen of a connection.
  ///
  /// @param heads of requests that had come whole
  /// @param bytes that had come
  /// @param slow how many looks in a row found too few more
  private record Seen(int looks, long heads, long bytes, int slow) {
    Seen next(Connection now, long least) {
      long more = now.getBytesIn() - bytes;
      boolean drips = now.getMessagesIn() == heads && more > 0 && more < least;
      return new Seen(looks + 1, now.getMessagesIn(), now.getBytesIn(), drips ? slow + 1 : 0);
    }

    boolean enough() {
      return slow == SLOW_SPANS || (looks == FIRST_SPANS && heads == 0);
    }
  }

  @Override
  public void onOpened(Connection connection) {
    watch(connection, new Seen(0, 0, 0, 0));
  }

  private void watch(Connection connection, Seen before) {
    scheduler.schedule(() -> look(connection, before), span.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look(Connection connection, Seen before) {
    if (!connection.getEndPoint().isOpen()) {
      return;
    }
    Seen now = before.next(connection, least);
    if (now.enough()) {
      connection.getEndPoint().close();
    } else {
      watch(connection, now);
    }
  }
}
