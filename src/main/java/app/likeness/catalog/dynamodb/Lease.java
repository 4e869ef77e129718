package app.likeness.catalog.dynamodb;

import app.likeness.model.GalleryException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// The one item that says who writes now and until when, and which unit of work is decided on.
///
/// Each holder gets a higher `rev`, a fencing token: whoever lost the lease can decide on nothing
/// any more, and what they still write does not overwrite anything later.
final class Lease {
  private static final Key KEY = Ordered.WRITER.key(0);
  private static final String MINE = "#owner = :owner AND #rev = :rev";

  private final Store store;
  private final Duration length;
  private final Duration patience;
  private final String owner = UUID.randomUUID().toString();

  /// @param length after which somebody else may take over from one who died
  /// @param patience how long to wait for somebody else who writes
  Lease(Store store, Duration length, Duration patience) {
    this.store = store;
    this.length = length;
    this.patience = patience;
  }

  /// One time of holding the lease.
  ///
  /// @param rev the fencing token, and the number of the unit of work
  /// @param pending a unit that was decided on and perhaps not wholly written, 0 for none
  /// @param parts how many parts that unit's journal has
  /// @param orphaned whether the last holder did not give it back, so that parts may be left
  record Hold(long rev, long pending, int parts, boolean orphaned) {}

  Duration length() {
    return length;
  }

  /// Takes the lease as soon as it is free.
  ///
  /// @throws GalleryException.Unavailable when somebody else keeps it
  Hold take() {
    long end = System.nanoTime() + patience.toNanos();
    for (Pause pause = new Pause(); ; pause.sleep()) {
      Optional<Hold> hold = tryTake();
      if (hold.isPresent()) {
        return hold.get();
      }
      if (System.nanoTime() - end > 0) {
        throw new GalleryException.Unavailable(
            "Another Likeness writes to this gallery just now: try again in a moment.", null);
      }
    }
  }

  private Optional<Hold> tryTake() {
    long now = System.currentTimeMillis();
    return change(
            "SET #owner = :owner, #until = :until, #rev = if_not_exists(#rev, :none) + :one",
            "attribute_not_exists(#owner) OR #owner = :owner OR #until < :now",
            Map.of(
                ":until", number(now + length.toMillis()),
                ":now", number(now),
                ":none", number(0),
                ":one", number(1)))
        .map(
            before ->
                new Hold(
                    before.number("rev") + 1,
                    before.number("pending"),
                    (int) before.number("parts"),
                    before.has("owner")));
  }

  /// Holds the lease for another while; false when it is lost.
  boolean renew(Hold hold) {
    return change(
            hold,
            "SET #until = :until",
            Map.of(":until", number(System.currentTimeMillis() + length.toMillis())))
        .isPresent();
  }

  /// Decides on the unit of work whose journal is written: from here on it stands, come what may.
  ///
  /// @throws GalleryException.Unavailable when the lease is lost; then nothing of it will be written
  void commit(Hold hold, int parts) {
    if (change(hold, "SET #pending = :rev, #parts = :parts", Map.of(":parts", number(parts)))
        .isEmpty()) {
      throw new GalleryException.Unavailable(
          "Another Likeness has taken over meanwhile, so that nothing was written: try again.",
          null);
    }
  }

  /// Notes that what was pending is wholly written.
  void settled(Hold hold) {
    change(hold, "REMOVE #pending, #parts", Map.of());
  }

  /// Gives the lease back; with nothing pending, for it was written or never shall be.
  void close(Hold hold) {
    change(hold, "REMOVE #owner, #until, #pending, #parts", Map.of());
  }

  /// Gives the lease back; the next to hold it writes what is pending.
  void leave(Hold hold) {
    change(hold, "REMOVE #owner, #until", Map.of());
  }

  /// What is pending just now, and for whom.
  Optional<Item> state() {
    return store.get(KEY);
  }

  private Optional<Item> change(Hold hold, String change, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.put(":rev", number(hold.rev()));
    return change(change, MINE, all);
  }

  private Optional<Item> change(
      String change, String condition, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.put(":owner", AttributeValue.fromS(owner));
    Map<String, String> names = new HashMap<>();
    for (String name : new String[] {"owner", "until", "rev", "pending", "parts"}) {
      if ((change + condition).contains("#" + name)) {
        names.put("#" + name, name);
      }
    }
    return store.update(
        KEY,
        UpdateItemRequest.builder()
            .updateExpression(change)
            .conditionExpression(condition)
            .expressionAttributeNames(names)
            .expressionAttributeValues(all)
            .returnValues(ReturnValue.ALL_OLD));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
