package app.likeness.faces.rekognition;

import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.rekognition.model.ConflictException;
import software.amazon.awssdk.services.rekognition.model.UnsuccessfulFaceAssociation;

/// The service's users: for each person one vector of many faces, which tells better than any one.
final class Users {
  /// As many faces as a user takes, and a call.
  static final int MOST = 100;
  /// A vector of one face says no more than the face.
  private static final int LEAST = 2;

  private final Rekognition service;
  private final Directory directory;
  private final Map<String, Set<String>> faces = new ConcurrentHashMap<>();
  private volatile Optional<Boolean> any = Optional.empty();

  Users(Rekognition service, Directory directory) {
    this.service = service;
    this.directory = directory;
  }

  /// Whether it is worth asking for users.
  boolean any() {
    if (any.isEmpty()) {
      boolean found =
          !service
              .free(client -> client.listUsers(
                  list -> list.collectionId(service.collection()).maxResults(1)))
              .users()
              .isEmpty();
      any = Optional.of(found);
    }
    return any.orElseThrow();
  }

  /// The service's names of the faces that a user is made of.
  Set<String> faces(String user) {
    return faces.computeIfAbsent(user, each -> Set.copyOf(directory.of(each)));
  }

  /// Makes a user of exactly these faces, or none of fewer than two.
  ///
  /// @param best best first; only the first [#MOST] count
  synchronized void set(PersonId person, List<FaceId> best) {
    String user = person.value();
    Set<String> wanted = new HashSet<>();
    best.stream().limit(MOST).forEach(face -> directory.find(face).ifPresent(wanted::add));
    if (wanted.size() < LEAST) {
      delete(user);
      return;
    }
    Set<String> had = faces.containsKey(user) || !create(user) ? faces(user) : Set.of();
    disassociate(service, user, without(had, wanted));
    associate(user, without(wanted, had));
    faces.put(user, Set.copyOf(wanted));
    any = Optional.of(true);
  }

  private static List<String> without(Set<String> all, Set<String> others) {
    return all.stream().filter(each -> !others.contains(each)).sorted().toList();
  }

  /// Answers whether it was not there before.
  private boolean create(String user) {
    return service.free(
        client -> {
          try {
            client.createUser(
                create ->
                    create
                        .collectionId(service.collection())
                        .userId(user)
                        .clientRequestToken(UUID.randomUUID().toString()));
            return true;
          } catch (ConflictException _) {
            return false;
          }
        });
  }

  private void delete(String user) {
    if (any()) {
      service.unless(
          client ->
              client.deleteUser(
                  delete ->
                      delete
                          .collectionId(service.collection())
                          .userId(user)
                          .clientRequestToken(UUID.randomUUID().toString())),
          () -> null);
    }
    faces.remove(user);
  }

  /// Takes faces over that another user had; those too unlike the others stay out.
  private void associate(String user, List<String> names) {
    Map<String, List<String>> elsewhere = new HashMap<>();
    for (UnsuccessfulFaceAssociation each : associateOnce(user, names)) {
      if (each.userId() != null && !each.userId().equals(user)) {
        elsewhere.computeIfAbsent(each.userId(), _ -> new ArrayList<>()).add(each.faceId());
      }
    }
    elsewhere.forEach(
        (other, taken) -> {
          disassociate(service, other, taken);
          faces.remove(other);
          associateOnce(user, taken);
        });
  }

  private List<UnsuccessfulFaceAssociation> associateOnce(String user, List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    return service
        .paid(
            client ->
                client.associateFaces(
                    associate ->
                        associate
                            .collectionId(service.collection())
                            .userId(user)
                            .faceIds(names)
                            .clientRequestToken(UUID.randomUUID().toString())))
        .unsuccessfulFaceAssociations();
  }

  static void disassociate(Rekognition service, String user, List<String> names) {
    for (int from = 0; from < names.size(); from += MOST) {
      List<String> some = names.subList(from, Math.min(from + MOST, names.size()));
      service.due(
          client ->
              client.disassociateFaces(
                  disassociate ->
                      disassociate
                          .collectionId(service.collection())
                          .userId(user)
                          .faceIds(some)
                          .clientRequestToken(UUID.randomUUID().toString())));
    }
  }
}
