package app.likeness.gallery;

import app.likeness.faces.FaceIndex;
import app.likeness.faces.FoundFace;
import app.likeness.model.FaceId;
import app.likeness.pictures.Decoded;
import app.likeness.pictures.Picture;
import app.likeness.storage.ObjectKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Makes thumbnails and faces of one decode, and makes the good faces searchable.
final class Derivatives {
  /// Side of a face's thumbnail in pixels.
  private static final int FACE = 256;

  private final Parts parts;
  private final Recognition recognition;

  Derivatives(Parts parts, Recognition recognition) {
    this.parts = parts;
    this.recognition = recognition;
  }

  /// @throws app.likeness.model.GalleryException.Unavailable when faces cannot be looked for
  void prepare() {
    if (recognition.on()) {
      recognition.index().load();
    }
  }

  /// Computes; call it on a core's worker.
  Derived make(Decoded decoded) {
    return new Derived(thumbs(decoded.picture()), faces(decoded));
  }

  private SequencedMap<Integer, byte[]> thumbs(Picture picture) {
    SequencedMap<Integer, byte[]> jpegs = new LinkedHashMap<>();
    Picture smaller = picture;
    for (int size : ObjectKeys.SIZES.reversed()) {
      smaller = parts.thumbnails().scale(smaller, size);
      jpegs.put(size, parts.thumbnails().jpeg(smaller));
    }
    return jpegs;
  }

  List<Derived.Face> faces(Decoded decoded) {
    if (!recognition.on()) {
      return List.of();
    }
    List<Derived.Face> faces = new ArrayList<>();
    for (FoundFace found : recognition.index().find(decoded.picture())) {
      byte[] thumb =
          parts.thumbnails().jpeg(parts.thumbnails().crop(decoded.picture(), found.box(), FACE));
      int pixels = (int) Math.round(found.box().height() * decoded.height());
      faces.add(new Derived.Face(found, thumb, pixels));
    }
    return faces;
  }

  /// Adds those faces to the index that the machine may assign; answers them.
  Collection<FaceId> index(Map<FaceId, Derived.Face> faces) {
    List<FaceId> good = new ArrayList<>();
    if (!faces.isEmpty()) {
      FaceIndex index = recognition.index();
      faces.forEach(
          (id, face) -> {
            var embedding = face.found().embedding();
            if (Assignment.good(index.thresholds(), embedding.length(), face.pixels())
                && index.index(id, face.found(), face.thumb())) {
              good.add(id);
            }
          });
    }
    return good;
  }

  void forget(Collection<FaceId> faces) {
    recognition.forget(faces);
  }
}
