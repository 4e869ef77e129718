package app.likeness.gallery;

import app.likeness.catalog.ImportQueue;
import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.model.GalleryException.Unavailable;
import app.likeness.model.Page;
import app.likeness.model.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What all files that wait will take of the gallery's disk, looked at before the first is sent.
final class Demand {
  private static final int PAGE = 500;

  /// Thumbnails come to less than a tenth of a camera's photo.
  private static final int THUMBNAILS = 10;

  private final ImportQueue queue;
  private final Photos photos;
  private final Room room;
  private final AtomicInteger asked = new AtomicInteger(1);
  private volatile int answered;

  Demand(ImportQueue queue, Photos photos, Room room) {
    this.queue = queue;
    this.photos = photos;
    this.room = room;
  }

  /// Something else waits than before, or there may be more room.
  void lookAgain() {
    asked.incrementAndGet();
  }

  /// Whether all that waits is known, and there is room for it; looks when it was asked to.
  ///
  /// @throws Unavailable with one sentence when there is not
  boolean fits() {
    int now = asked.get();
    if (answered == now) {
      return true;
    }
    if (queue.counts().roots() > 0) {
      return false;
    }
    try {
      check();
      answered = now;
    } catch (RuntimeException e) {
      if (asked.get() == now) { // else it was cancelled meanwhile, or the like
        throw e;
      }
    }
    return answered == asked.get();
  }

  /// @throws Unavailable with how much is needed and how much is free, when it does not fit
  void check() {
    long free = room.free();
    if (bytes(Set.of()) <= free) {
      return;
    }
    // Who drops the same folder again means what is new in it.
    long needed = bytes(here());
    if (needed > free) {
      throw new Unavailable(
          "These photos need about %s, and the disk of the gallery has %s left for them; "
                  .formatted(Room.text(needed), Room.text(free))
              + "free some space and retry, or cancel and add fewer.",
          null);
    }
  }

  private long bytes(Set<Integer> known) {
    long[] sum = {0};
    each(
        cursor -> queue.rows(false, cursor, PAGE),
        (ImportRow row) -> {
          if (row.state() == ImportState.WAITING) {
            long bytes = size(row.file());
            if (!known.contains(mark(FileNames.name(row.file()), bytes))) {
              sum[0] += bytes + bytes / THUMBNAILS;
            }
          }
        });
    return sum[0];
  }

  /// Marks of the photos that the gallery has; a file that shares one by chance is still looked at
  /// by itself when its turn comes.
  private Set<Integer> here() {
    Set<Integer> marks = new HashSet<>();
    each(
        cursor -> photos.timeline(null, cursor, PAGE),
        (Photo photo) ->
            marks.add(mark(photo.original().fileName(), photo.original().bytes())));
    return marks;
  }

  private static int mark(String name, long bytes) {
    return Objects.hash(name, bytes);
  }

  /// What cannot be looked at takes no room; its row will say why.
  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return 0;
    }
  }

  private static <T> void each(Function<@Nullable String, Page<T>> list, Consumer<T> each) {
    @Nullable String cursor = null;
    do {
      Page<T> page = list.apply(cursor);
      page.items().forEach(each);
      cursor = page.next();
    } while (cursor != null && !Thread.currentThread().isInterrupted());
  }
}
