package app.likeness.catalog;

import app.likeness.model.Embedding;
import app.likeness.model.Face;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceId;
import app.likeness.model.Page;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.Proposal;
import app.likeness.model.Thresholds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The faces, their vectors, and the machine's proposals for them.
public interface FaceTable {
  /// The faces of a photo by number, those that belong to nobody included.
  List<Face> of(PhotoId photo);

  /// Those of the asked faces that exist.
  Map<FaceId, Face> find(Collection<FaceId> ids);

  /// All faces, by id.
  Page<Face> all(@Nullable String cursor, int limit);

  /// A shown person's faces, best quality first.
  Page<Face> of(PersonId shown, @Nullable String cursor, int limit);

  /// The highest face number ever given on a photo, 0 for none; survives the faces' removal.
  int lastNumber(PhotoId photo);

  /// Hands each stored vector of a model that is good enough to be assigned to `each`, in no order.
  ///
  /// @param good its quality and height in pixels are the least that count
  void vectors(String model, Thresholds good, BiConsumer<FaceId, Embedding> each);

  /// What the faces of a photo look like; those at which nobody looked are left out.
  Map<FaceId, FaceAttributes> attributes(PhotoId photo);

  /// Hands those vectors of one photo's faces to `each`.
  void vectors(
      PhotoId photo, String model, Thresholds good, BiConsumer<FaceId, Embedding> each);

  /// The machine's proposals for the faces of a photo, by serial.
  Map<FaceId, List<Proposal>> proposals(PhotoId photo);

  /// Adds a proposal with the next serial and makes the person known.
  Proposal propose(FaceId face, PersonId person, double score);

  /// Proposals made after a serial, by serial: what the machine has said since.
  List<Proposal> since(long serial, int limit);

  /// Takes all proposals of these faces away, before others are made.
  void withdraw(Collection<FaceId> faces);
}
