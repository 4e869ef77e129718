package app.likeness.gallery;

import app.likeness.catalog.NoteTable;
import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PictureType;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.UnseenObject;
import app.likeness.storage.UploadTicket;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where content arrives that nobody has looked at yet: read, hashed, and made the photo that it is.
///
/// What arrived is copied from the very bytes that were hashed, since a ticket of its key may be
/// spent again; then it goes. Whoever ends this half-way leaves it there for the next to take.
final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  /// The most that is taken unseen, in bytes.
  static final long LONGEST = 256L << 20;

  private static final String ANY_PICTURE = "image/*";
  private static final Duration FORM_LIFE = Duration.ofHours(1);
  /// How long a transfer may take that started in time.
  private static final Duration TRANSFER = Duration.ofHours(1);
  private static final int LONGEST_NAME = 255;
  private static final int PAGE = 100;

  private final Parts parts;
  private final NoteTable notes;
  private final ObjectStore store;
  private final Intake intake;
  private final Names names;
  private final Turns<String> turns = new Turns<>();

  Inbox(Parts parts, Intake intake, Names names) {
    this.parts = parts;
    notes = parts.catalog().notes();
    store = parts.store();
    this.intake = intake;
    this.names = names;
  }

  Unseen<UploadTicket.Put> put(String fileName) {
    Duration life = ObjectStore.TICKET_LIFE;
    UnseenObject object = expect(fileName, ANY_PICTURE, life);
    return new Unseen<>(object.key(), store.put(object, life));
  }

  Unseen<UploadTicket.Form> form(String fileName) {
    String type = ObjectKeys.typeOf(fileName).map(PictureType::mediaType).orElse(ANY_PICTURE);
    UnseenObject object = expect(fileName, type, FORM_LIFE);
    return new Unseen<>(object.key(), store.form(object, FORM_LIFE));
  }

  private UnseenObject expect(String fileName, String type, Duration life) {
    if (fileName.isBlank() || fileName.length() > LONGEST_NAME) {
      throw new GalleryException.Unsupported(
          "A file's name has from 1 to " + LONGEST_NAME + " characters.", null);
    }
    String key = ObjectKeys.inbox(fileName, UUID.randomUUID());
    notes.put(new Expected(key, Instant.now().plus(life), fileName, null).note());
    return new UnseenObject(key, type, LONGEST);
  }

  /// Whether a key is for this to take in.
  static boolean holds(String key) {
    return key.startsWith(ObjectKeys.INBOX);
  }

  /// Takes in what has arrived; harmless when it was taken before, or never came.
  ///
  /// @return its photo, empty when there is none
  /// @throws GalleryException.Unsupported when it is no picture that we read; it is removed then
  Optional<Photo> arrived(String key) {
    try {
      turns.take(key);
      try {
        return take(key);
      } finally {
        turns.pass(key);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GalleryException.Unavailable("The upload was interrupted; it goes on later.", e);
    }
  }

  private Optional<Photo> take(String key) {
    Optional<Long> size = store.size(key);
    Optional<Expected> expected = notes.find(Expected.KIND, key).map(Expected::of);
    if (size.isEmpty()) {
      expected.ifPresent(Expected::check);
      return names.named(key);
    }
    try {
      Photo photo = take(key, expected.orElseGet(() -> unexpected(key)), size.get());
      clear(key);
      return Optional.of(photo);
    } catch (GalleryException.NotFound _) {
      return names.named(key); // another process was faster
    } catch (GalleryException.Unsupported e) {
      store.delete(List.of(key));
      expected.ifPresent(known -> notes.put(known.refused(String.valueOf(e.getMessage())).note()));
      throw e;
    }
  }

  /// What came without a ticket of ours is called as its key is.
  private static Expected unexpected(String key) {
    return new Expected(key, Instant.now(), key.substring(key.lastIndexOf('/') + 1), null);
  }

  private Photo take(String key, Expected expected, long size) {
    if (size > LONGEST) {
      throw new GalleryException.Unsupported(
          "%s has more than %d MB, the most that is taken this way: announce it with its hash."
              .formatted(expected.fileName(), LONGEST >> 20),
          null);
    }
    byte[] data = read(key);
    PictureType type = parts.reader().check(data);
    Checksums sums = Checksums.of(data);
    NewPhoto photo =
        new NewPhoto(
            expected.fileName(), type, data.length, sums.sha256(),
            LocalDateTime.now(ZoneId.systemDefault()));
    PhotoId id = PhotoId.of(sums.sha256());
    if (intake.begin(photo) instanceof Begun.Send) {
      String real = intake.photo(id).original().key();
      store.write(real, type.mediaType(), data);
    }
    names.give(expected.fileName(), id, expected.until());
    names.give(key, id, expected.until());
    return intake.finish(id, null);
  }

  private byte[] read(String key) {
    try (InputStream in = store.open(key)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new GalleryException.Unavailable("What has arrived could not be read.", e);
    }
  }

  private void clear(String key) {
    store.delete(List.of(key));
    notes.remove(Expected.KIND, key);
  }

  /// Takes in what has arrived under a name and was not taken yet.
  ///
  /// @throws GalleryException.Unsupported when the newest of it was refused
  void takeNamed(String name) {
    List<Expected> called = expected().stream().filter(each -> each.called(name)).toList();
    GalleryException.@Nullable Unsupported refused = null;
    for (Expected each : called) {
      try {
        arrived(each.key());
        refused = null;
      } catch (GalleryException.Unsupported e) {
        refused = e;
      }
    }
    if (refused != null) {
      throw refused;
    }
  }

  /// Everything that tickets were given out for and that was not taken, oldest first.
  private List<Expected> expected() {
    List<Expected> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      var page = notes.of(Expected.KIND, cursor, PAGE);
      page.items().forEach(note -> all.add(Expected.of(note)));
      cursor = page.next();
    } while (cursor != null);
    all.sort(Comparator.comparing(Expected::until));
    return all;
  }

  /// Takes in what has arrived and was left, and forgets what never came in time.
  void sweep() {
    List<String> left = new ArrayList<>();
    store.keys(ObjectKeys.INBOX, left::add);
    left.forEach(this::attempt);
    Instant late = Instant.now().minus(TRANSFER);
    for (Expected each : expected()) {
      // What is there and could not be taken for now is tried again.
      if (each.until().isBefore(late) && store.size(each.key()).isEmpty()) {
        clear(each.key());
      }
    }
  }

  /// Takes in what nobody waits for.
  Optional<Photo> attempt(String key) {
    try {
      return arrived(key);
    } catch (GalleryException e) {
      LOG.warn("An upload was not taken in: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
