package app.likeness.gallery;

import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceId;
import app.likeness.model.PhotoId;
import java.util.List;
import java.util.Map;

/// What the faces look like: those of a photo, and all of them in figures that are kept ready.
public interface Charts {
  /// Faces by the middle of their range of ages: 0-19, 20-39, 40-49, 50-69, 70-89, 90 and more.
  List<Integer> ages();

  /// Faces that smile, and those that do not.
  List<Integer> smiles();

  /// What the faces of a photo look like; those at which nobody looked are left out.
  Map<FaceId, FaceAttributes> attributes(PhotoId photo);
}
