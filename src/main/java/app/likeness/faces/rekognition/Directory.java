package app.likeness.faces.rekognition;

import app.likeness.model.FaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.ListFacesResponse;

/// What the service calls each face: it names faces itself, and finds them by its own names only.
///
/// It is filled as faces are met, and read whole when one is asked for that was not met yet. Faces
/// that we did not name are left alone: the collection may serve others too.
final class Directory {
  /// As many as ListFaces answers at once.
  private static final int PAGE = 4096;
  private static final Duration FRESH = Duration.ofMinutes(10);
  /// Whoever wants faces to be forgotten must not miss those that others have just added.
  private static final Duration FRESHER = Duration.ofSeconds(10);

  private final Rekognition service;
  private final InstantSource clock;
  private final Map<FaceId, String> names = new HashMap<>();
  private final Map<String, FaceId> faces = new HashMap<>();
  private @Nullable Instant listed;

  Directory(Rekognition service, InstantSource clock) {
    this.service = service;
    this.clock = clock;
  }

  /// The face that the service has under such a name of ours.
  static Optional<FaceId> face(@Nullable String externalImageId) {
    try {
      return Optional.ofNullable(externalImageId).map(FaceId::parse);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  synchronized void put(FaceId face, String name) {
    forget(List.of(face));
    names.put(face, name);
    faces.put(name, face);
  }

  /// Notes a face that was met, unless it is known already.
  synchronized void meet(FaceId face, String name) {
    if (!names.containsKey(face)) {
      put(face, name);
    }
  }

  synchronized void forget(Collection<FaceId> gone) {
    for (FaceId face : gone) {
      String name = names.remove(face);
      if (name != null) {
        faces.remove(name);
      }
    }
  }

  synchronized Optional<String> known(FaceId face) {
    return Optional.ofNullable(names.get(face));
  }

  /// Which of our faces the service calls so, as far as it was met.
  synchronized Optional<FaceId> named(String name) {
    return Optional.ofNullable(faces.get(name));
  }

  /// The same as [#known], after a look at the whole list if need be; not again for some minutes.
  Optional<String> find(FaceId face) {
    return find(face, FRESH);
  }

  /// The names of those of the faces that the service has.
  List<String> all(Collection<FaceId> wanted) {
    return wanted.stream().flatMap(face -> find(face, FRESHER).stream()).toList();
  }

  private Optional<String> find(FaceId face, Duration fresh) {
    if (known(face).isEmpty() && stale(fresh)) {
      each(_ -> {});
    }
    return known(face);
  }

  private synchronized boolean stale(Duration fresh) {
    return listed == null || clock.instant().isAfter(listed.plus(fresh));
  }

  /// Reads the whole list, and hands it over page by page.
  ///
  /// Of two entries for one face, which a crash between two steps leaves, the later goes.
  void each(Consumer<List<FaceId>> page) {
    String next = null;
    do {
      ListFacesResponse answer = page(null, next);
      List<FaceId> ours = new ArrayList<>();
      List<String> doubles = new ArrayList<>();
      answer.faces().forEach(entry -> sort(entry, ours, doubles));
      delete(doubles);
      page.accept(ours);
      next = answer.nextToken();
    } while (next != null);
    synchronized (this) {
      listed = clock.instant();
    }
  }

  private void sort(Face entry, List<FaceId> ours, List<String> doubles) {
    face(entry.externalImageId())
        .ifPresent(
            face -> {
              meet(face, entry.faceId());
              if (known(face).equals(Optional.of(entry.faceId()))) {
                ours.add(face);
              } else {
                doubles.add(entry.faceId());
              }
            });
  }

  /// The service's names of a user's faces.
  List<String> of(String user) {
    List<String> all = new ArrayList<>();
    String next = null;
    do {
      ListFacesResponse answer = page(user, next);
      answer.faces().forEach(entry -> all.add(entry.faceId()));
      next = answer.nextToken();
    } while (next != null);
    return all;
  }

  private ListFacesResponse page(@Nullable String user, @Nullable String next) {
    return service.free(
        client ->
            client.listFaces(
                list ->
                    list.collectionId(service.collection())
                        .userId(user)
                        .nextToken(next)
                        .maxResults(PAGE)));
  }

  /// Deletes faces by the service's names, out of their users first where they are in one.
  void delete(List<String> names) {
    for (int from = 0; from < names.size(); from += PAGE) {
      List<String> some = names.subList(from, Math.min(from + PAGE, names.size()));
      Map<String, List<String>> held = new HashMap<>();
      deleteOnce(some, held);
      held.forEach(
          (user, theirs) -> {
            Users.disassociate(service, user, theirs);
            deleteOnce(theirs, new HashMap<>());
          });
    }
  }

  private void deleteOnce(List<String> some, Map<String, List<String>> held) {
    service
        .free(
            client ->
                client.deleteFaces(
                    delete -> delete.collectionId(service.collection()).faceIds(some)))
        .unsuccessfulFaceDeletions()
        .forEach(
            each -> {
              if (each.userId() != null) {
                held.computeIfAbsent(each.userId(), _ -> new ArrayList<>()).add(each.faceId());
              }
            });
  }
}
