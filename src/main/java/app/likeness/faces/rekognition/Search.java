package app.likeness.faces.rekognition;

import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rekognition.model.FaceMatch;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.SearchFacesResponse;
import software.amazon.awssdk.services.rekognition.model.UserMatch;

/// Asks the service whom a face is like: which faces, and which people as a whole.
///
/// @param least the lowest score of interest, 0..1
record Search(Rekognition service, Directory directory, Users users, double least) {
  private static final int FACES = 64;
  private static final int USERS = 5;
  private static final float PERCENT = 100;

  /// The faces like this one, most alike first. A face is as like as the person it stands for, where
  /// that person as a whole is more alike than any one of their faces.
  ///
  /// @throws GalleryException.NotFound when the service does not know the face
  List<Match> like(FaceId face) {
    String name = directory.find(face).orElseThrow(() -> unknown(face));
    Map<String, Double> scores = new HashMap<>();
    Map<String, FaceId> ours = new HashMap<>();
    for (FaceMatch match : faces(face, name).faceMatches()) {
      String other = match.face().faceId();
      Directory.face(match.face().externalImageId())
          .ifPresent(
              id -> {
                ours.put(other, id);
                scores.put(other, share(match.similarity()));
              });
    }
    dropDoubles(face, name, ours, scores);
    ours.forEach((other, id) -> directory.meet(id, other));
    for (UserMatch match : people(name)) {
      raise(match, name, scores);
    }
    return matches(scores, ours);
  }

  private SearchFacesResponse faces(FaceId face, String name) {
    return service
        .paid(
            client -> {
              try {
                return Optional.of(
                    client.searchFaces(
                        search ->
                            search
                                .collectionId(service.collection())
                                .faceId(name)
                                .faceMatchThreshold((float) least * PERCENT)
                                .maxFaces(FACES)));
              } catch (InvalidParameterException _) {
                return Optional.<SearchFacesResponse>empty();
              }
            })
        .orElseThrow(
            () -> {
              directory.forget(List.of(face)); // somebody else has deleted it there
              return unknown(face);
            });
  }

  private static GalleryException unknown(FaceId face) {
    return new GalleryException.NotFound("The face " + face + " is not known.");
  }

  /// Deletes what a crash has left between two steps: the same face, indexed a second time.
  private void dropDoubles(
      FaceId face, String name, Map<String, FaceId> ours, Map<String, Double> scores) {
    List<String> doubles =
        ours.entrySet().stream()
            .filter(each -> each.getValue().equals(face) && !each.getKey().equals(name))
            .map(Map.Entry::getKey)
            .toList();
    if (!doubles.isEmpty()) {
      directory.delete(doubles);
      ours.keySet().removeAll(doubles);
      scores.keySet().removeAll(doubles);
    }
  }

  private List<UserMatch> people(String name) {
    return users.any()
        ? service
            .paid(
                client ->
                    client.searchUsers(
                        search ->
                            search
                                .collectionId(service.collection())
                                .faceId(name)
                                .userMatchThreshold((float) least * PERCENT)
                                .maxUsers(USERS)))
            .userMatches()
        : List.of();
  }

  private void raise(UserMatch match, String name, Map<String, Double> scores) {
    double score = share(match.similarity());
    List<String> theirs =
        users.faces(match.user().userId()).stream().filter(each -> !each.equals(name)).toList();
    List<String> like = theirs.stream().filter(scores::containsKey).toList();
    for (String each : like.isEmpty() ? theirs.stream().limit(1).toList() : like) {
      scores.merge(each, score, Math::max);
    }
  }

  private List<Match> matches(Map<String, Double> scores, Map<String, FaceId> ours) {
    List<Match> matches = new ArrayList<>();
    scores.forEach(
        (other, score) -> {
          FaceId id = ours.get(other);
          (id == null ? directory.named(other) : Optional.of(id))
              .ifPresent(known -> matches.add(new Match(known, score)));
        });
    matches.sort(Pairs.BEST_FIRST);
    return matches;
  }

  private static double share(float percent) {
    return Math.clamp(percent / PERCENT, 0, 1);
  }
}
