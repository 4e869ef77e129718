package app.likeness.storage;

import app.likeness.model.GalleryException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Several stores as one: new photos go to the nearest that answers, or to a pinned one, and every
/// object is found where its photo lies.
///
/// All objects of a photo lie in one target; its bucket of originals says which.
public final class Targets implements ObjectStore {
  private final List<Target> targets;
  private final Function<String, Optional<String>> buckets;
  private final Consumer<String> notice;
  private final Distances distances;
  private final Recent recent;
  private volatile @Nullable String pinned;
  private @Nullable Target chosen;

  /// @param targets no two with a name or a bucket of originals in common
  /// @param buckets the bucket of originals of the photo that a key belongs to, if the catalogue
  ///     knows it, see [ObjectKeys#photo]
  /// @param notice told in one sentence when another target is used than before
  public Targets(
      List<Target> targets,
      Function<String, Optional<String>> buckets,
      Consumer<String> notice,
      InstantSource clock) {
    this.targets = List.copyOf(targets);
    this.buckets = buckets;
    this.notice = notice;
    this.distances = new Distances(targets, clock);
    this.recent = new Recent(clock, TICKET_LIFE);
    if (targets.stream().map(Target::bucket).distinct().count() != targets.size()
        || targets.stream().map(Target::name).distinct().count() != targets.size()) {
      throw new GalleryException.Unsupported(
          "Two of the stores have the same name or bucket; change one in the settings.", null);
    }
  }

  /// How far each target is, nearest first; asks them if that is not known, or long ago.
  public List<Distance> distances() {
    return distances.now();
  }

  /// Sends new photos to one target while it answers, however far it is.
  ///
  /// @param name `null` to go by distance again
  /// @throws GalleryException.NotFound if there is none of that name
  public void pin(@Nullable String name) {
    if (name != null && targets.stream().noneMatch(target -> target.name().equals(name))) {
      throw new GalleryException.NotFound("There is no store called " + name + ".");
    }
    pinned = name;
  }

  /// Where a photo lies, or would be sent to now: a target that does not answer gets none.
  @Override
  public String bucket(String key) {
    if (recent.contains(key)) {
      // Its ticket was asked for a moment ago: it could not be spent.
      distances.doubt();
    }
    return known(key).filter(this::answers).orElseGet(this::choose).store().bucket(key);
  }

  @Override
  public UploadTicket.Put put(Upload object, Duration life) {
    recent.add(object.key());
    return known(object.key()).orElseGet(this::choose).store().put(object, life);
  }

  @Override
  public UploadTicket.Form form(Upload object, Duration life) {
    recent.add(object.key());
    return known(object.key()).orElseGet(this::choose).store().form(object, life);
  }

  @Override
  public Optional<ViewUrl> view(String key) {
    return holder(key).store().view(key);
  }

  @Override
  public Optional<Long> size(String key) {
    return ask(holder(key), store -> store.size(key));
  }

  @Override
  public void keys(String prefix, Consumer<String> each) {
    targets.forEach(target -> target.store().keys(prefix, each));
  }

  @Override
  public InputStream open(String key) {
    return ask(holder(key), store -> store.open(key));
  }

  @Override
  public void sync(String key) {
    holder(key).store().sync(key);
  }

  @Override
  public void write(String key, String type, byte[] content) {
    known(key).orElseGet(this::choose).store().write(key, type, content);
  }

  @Override
  public void onArrival(Consumer<String> listener) {
    targets.forEach(target -> target.store().onArrival(listener));
  }

  @Override
  public void delete(Collection<String> keys) {
    Map<Target, List<String>> there = new LinkedHashMap<>();
    for (String key : keys) {
      List<Target> holders = known(key).map(List::of).orElse(targets);
      holders.forEach(target -> there.computeIfAbsent(target, _ -> new ArrayList<>()).add(key));
    }
    there.forEach((target, its) -> target.store().delete(its));
  }

  /// The target that the catalogue names for a key.
  private Optional<Target> known(String key) {
    if (targets.size() == 1) {
      return Optional.of(targets.getFirst());
    }
    return buckets
        .apply(key)
        .flatMap(
            bucket -> targets.stream().filter(target -> target.bucket().equals(bucket)).findAny());
  }

  /// The target to read a key from: the one that is known, or else the nearest that has it.
  private Target holder(String key) {
    return known(key)
        .or(
            () ->
                distances.now().stream()
                    .filter(Distance::answers)
                    .map(Distance::target)
                    .filter(target -> target.store().size(key).isPresent())
                    .findFirst())
        .orElseGet(this::choose);
  }

  private <T> T ask(Target target, Function<ObjectStore, T> question) {
    try {
      return question.apply(target.store());
    } catch (GalleryException.Unavailable e) {
      distances.doubt();
      throw e;
    }
  }

  private boolean answers(Target target) {
    return distances.now().stream()
        .anyMatch(each -> each.answers() && each.target().equals(target));
  }

  private synchronized Target choose() {
    List<Target> able =
        distances.now().stream().filter(Distance::answers).map(Distance::target).toList();
    if (able.isEmpty()) {
      distances.doubt();
      throw new GalleryException.Unavailable(
          "None of your stores answers; look at the network, then try again.", null);
    }
    String pin = pinned;
    Target next =
        able.stream().filter(each -> each.name().equals(pin)).findAny().orElse(able.getFirst());
    String wanted = pin != null ? pin : chosen == null ? null : chosen.name();
    boolean failed = wanted != null && able.stream().noneMatch(each -> each.name().equals(wanted));
    if (failed && !next.equals(chosen)) {
      notice.accept(wanted + " does not answer; new photos go to " + next.name() + " meanwhile.");
    }
    chosen = next;
    return next;
  }

  @Override
  public void close() {
    targets.forEach(target -> target.store().close());
  }
}
