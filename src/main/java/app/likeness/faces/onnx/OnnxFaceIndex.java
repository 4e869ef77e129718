package app.likeness.faces.onnx;

import app.likeness.faces.FaceIndex;
import app.likeness.faces.FoundFace;
import app.likeness.model.Embedding;
import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.Thresholds;
import app.likeness.pictures.Picture;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// Finds faces with ONNX Runtime and searches their vectors in memory.
///
/// The networks are loaded when the first picture comes, so making an index takes no time.
public final class OnnxFaceIndex implements FaceIndex {
  private final ModelFiles files;
  private final ModelManifest.Embedder embedder;
  private final VectorIndex vectors;

  /// Readers use the networks, the writer loads or closes them.
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  private @Nullable FaceFinder finder;
  private boolean closed;

  public OnnxFaceIndex(ModelFiles files) {
    this.files = files;
    this.embedder = files.manifest().embedder();
    this.vectors = new VectorIndex(embedder.length());
  }

  @Override
  public String model() {
    return embedder.id();
  }

  @Override
  public Thresholds thresholds() {
    return embedder.thresholds();
  }

  /// @throws app.likeness.model.GalleryException.Unavailable when the networks cannot be loaded
  @Override
  public List<FoundFace> find(Picture picture) {
    load();
    lock.readLock().lock();
    try {
      if (finder == null) {
        throw new IllegalStateException("closed");
      }
      return finder.find(picture);
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Loads the networks now, not when the first picture comes.
  ///
  /// @throws app.likeness.model.GalleryException.Unavailable when that cannot be done
  @Override
  public void load() {
    if (loaded()) {
      return;
    }
    lock.writeLock().lock();
    try {
      if (finder == null && !closed) {
        finder = FaceFinder.load(files);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private boolean loaded() {
    lock.readLock().lock();
    try {
      return finder != null;
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void add(FaceId face, Embedding embedding) {
    if (!embedding.model().equals(model())) {
      throw new IllegalArgumentException(
          "A vector of " + embedding.model() + " in an index of " + model());
    }
    vectors.put(face, embedding.vector());
  }

  @Override
  public void remove(Collection<FaceId> faces) {
    vectors.remove(faces);
  }

  @Override
  public List<Match> neighbours(FaceId face, int k, double atLeast) {
    return vectors.nearest(face, k, atLeast);
  }

  /// Waits for the pictures that are being looked at.
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      if (finder != null) {
        finder.close();
        finder = null;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
