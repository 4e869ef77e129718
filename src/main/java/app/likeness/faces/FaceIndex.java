package app.likeness.faces;

import app.likeness.model.Embedding;
import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PersonId;
import app.likeness.model.Thresholds;
import app.likeness.pictures.Picture;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Finds faces and remembers what they look like; safe for use by many threads.
public interface FaceIndex extends AutoCloseable {
  /// The id of the model whose vectors this index holds and makes.
  String model();

  Thresholds thresholds();

  /// Makes ready what [#find] needs, which it does by itself otherwise.
  ///
  /// @throws app.likeness.model.GalleryException.Unavailable when that is missing or altered
  void load();

  /// Every face on an upright picture, strongest first.
  List<FoundFace> find(Picture picture);

  /// Makes a face known. A face that is known already is replaced.
  ///
  /// @throws IllegalArgumentException when another model made the vector
  void add(FaceId face, Embedding embedding);

  /// Makes a face known that [#find] has just found.
  ///
  /// @param crop the face alone, as JPEG, for an index that makes its vectors of that
  /// @return whether it can be searched for now
  default boolean index(FaceId face, FoundFace found, byte[] crop) {
    add(face, found.embedding());
    return true;
  }

  void remove(Collection<FaceId> faces);

  /// The known faces most like this known one, most alike first, itself left out.
  ///
  /// @param atLeast the lowest score of interest
  /// @throws app.likeness.model.GalleryException.NotFound when the face is not known
  List<Match> neighbours(FaceId face, int k, double atLeast);

  /// Whether this is a service that remembers faces by itself and is paid by the call; any other is
  /// told all faces again at each start.
  default boolean remote() {
    return false;
  }

  /// Hands all faces that a remote index remembers to `each`, page by page.
  default void known(Consumer<List<FaceId>> each) {}

  /// Tells an index that knows people as well as faces which faces are this person's by now.
  ///
  /// @param best best first; empty when nobody is left
  default void person(PersonId person, List<FaceId> best) {}

  @Override
  void close();
}
