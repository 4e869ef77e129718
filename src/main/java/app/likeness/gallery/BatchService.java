package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Note;
import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps batches as notes, and groups behind when one is due.
///
/// A batch is due by what the catalogue says of its photos, so whoever looks can tell; what is kept
/// here of those that wait only spares looking after each photo.
final class BatchService implements Batches {
  private static final String KIND = "batch";
  private static final Duration KEPT = Duration.ofDays(7);
  private static final int PAGE = 10;

  private final Catalog catalog;
  private final Workers workers;
  private final Runnable regroup;
  private final Map<String, Set<PhotoId>> waiting = new HashMap<>();
  private final Set<String> grouping = new HashSet<>();

  /// @param regroup groups the people anew
  BatchService(Catalog catalog, Workers workers, Runnable regroup) {
    this.catalog = catalog;
    this.workers = workers;
    this.regroup = regroup;
  }

  /// A batch as it is kept.
  private record Kept(
      String id, StartRule rule, boolean grouped, Instant opened, List<PhotoId> photos) {
    private static final int HEAD = 3;

    static Kept of(Note note) {
      List<String> lines = note.value().lines().toList();
      return new Kept(
          note.name(),
          StartRule.valueOf(lines.get(0)),
          Boolean.parseBoolean(lines.get(1)),
          Instant.parse(lines.get(2)),
          lines.stream().skip(HEAD).map(PhotoId::new).toList());
    }

    Note note() {
      Stream<Object> head = Stream.of(rule, grouped, opened);
      List<String> lines =
          Stream.concat(head, photos.stream()).map(String::valueOf).toList();
      return new Note(KIND, id, String.join("\n", lines), null);
    }

    Kept with(StartRule next, boolean isGrouped) {
      return new Kept(id, next, isGrouped, opened, photos);
    }
  }

  @Override
  public Batch open(Collection<PhotoId> photos, StartRule rule) {
    Set<PhotoId> distinct = new LinkedHashSet<>(photos);
    if (distinct.isEmpty() || distinct.size() > MOST) {
      throw new GalleryException.Unsupported("A batch holds from 1 to " + MOST + " photos.", null);
    }
    String id = UUID.randomUUID().toString();
    Kept kept = new Kept(id, rule, false, Instant.now(), List.copyOf(distinct));
    catalog.notes().put(kept.note());
    return look(kept);
  }

  @Override
  public Batch find(String id) {
    return look(kept(id));
  }

  @Override
  public Batch rule(String id, StartRule rule) {
    Kept now =
        catalog.serially(
            () -> {
              Kept changed = kept(id);
              changed = changed.with(rule, changed.grouped());
              catalog.notes().put(changed.note());
              return changed;
            });
    return look(now);
  }

  private Kept kept(String id) {
    return catalog
        .notes()
        .find(KIND, id)
        .map(Kept::of)
        .orElseThrow(() -> new GalleryException.NotFound("There is no such batch, or no longer."));
  }

  private Batch look(Kept kept) {
    int ready = 0;
    List<PhotoId> failed = new ArrayList<>();
    List<PhotoId> outstanding = new ArrayList<>();
    for (PhotoId id : kept.photos()) {
      PhotoState state = catalog.photos().find(id).map(Photo::state).orElse(PhotoState.PENDING);
      switch (state) {
        case READY -> ready++;
        case INVALID -> failed.add(id);
        default -> outstanding.add(id);
      }
    }
    Batch batch =
        new Batch(kept.id(), kept.rule(), ready, failed, outstanding, kept.grouped());
    follow(batch);
    return batch;
  }

  private synchronized void follow(Batch batch) {
    if (batch.grouped()) {
      waiting.remove(batch.id());
    } else if (!batch.due()) {
      Set<PhotoId> open = new HashSet<>(batch.outstanding());
      open.addAll(batch.rule() == StartRule.WHEN_ALL_READY ? batch.failed() : List.of());
      waiting.put(batch.id(), open);
    } else if (grouping.add(batch.id())) {
      waiting.remove(batch.id());
      workers.behind(() -> group(batch.id()));
    }
  }

  private void group(String id) {
    try {
      regroup.run();
      catalog.serially(
          () -> {
            Kept kept = kept(id);
            catalog.notes().put(kept.with(kept.rule(), true).note());
            return null;
          });
    } finally {
      synchronized (this) {
        grouping.remove(id);
      }
    }
  }

  /// Looks at the batches that a photo was the last for, now that it is ready or has failed.
  void settled(PhotoId photo) {
    for (String id : lastFor(photo)) {
      catalog.notes().find(KIND, id).map(Kept::of).ifPresent(this::look);
    }
  }

  private synchronized List<String> lastFor(PhotoId photo) {
    List<String> complete = new ArrayList<>();
    waiting.forEach(
        (id, open) -> {
          if (open.remove(photo) && open.isEmpty()) {
            complete.add(id);
          }
        });
    return complete;
  }

  /// Looks at every batch, as after a start; forgets those of long ago.
  void lookAtAll() {
    Instant old = Instant.now().minus(KEPT);
    @Nullable String cursor = null;
    do {
      var page = catalog.notes().of(KIND, cursor, PAGE);
      for (Note note : page.items()) {
        Kept kept = Kept.of(note);
        if (kept.opened().isBefore(old)) {
          catalog.notes().remove(KIND, kept.id());
        } else {
          look(kept);
        }
      }
      cursor = page.next();
    } while (cursor != null);
  }
}
