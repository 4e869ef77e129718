package app.likeness.faces.onnx;

import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Match;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Unit vectors in memory, and which are nearest to one of them; safe for use by many threads.
///
/// A search passes over most rows by their [Sketches] and compares the rest exactly; it may miss a
/// match that lies just at the lowest score of interest, about one in some thousands.
final class VectorIndex {
  private final Sketches sketches;
  private final int dimensions;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<FaceId, Integer> rows = new HashMap<>();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  VectorIndex(int dimensions) {
    this.dimensions = dimensions;
    this.sketches = new Sketches(dimensions);
  }

  /// Adds or replaces a vector.
  ///
  /// @throws IllegalArgumentException when it has another number of components than this index
  void put(FaceId face, float[] vector) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException(vector.length + " components, not " + dimensions);
    }
    lock.writeLock().lock();
    try {
      int row = rows.computeIfAbsent(face, _ -> rows.size());
      if (row / Block.ROWS == blocks.size()) {
        blocks.add(new Block(dimensions, sketches));
      }
      blocks.get(row / Block.ROWS).set(row % Block.ROWS, face, vector);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// Forgets vectors; those that are not there are passed over.
  void remove(Collection<FaceId> faces) {
    lock.writeLock().lock();
    try {
      faces.forEach(this::remove);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// The last row takes the place of the one that goes, and a block that gets empty goes.
  private void remove(FaceId face) {
    Integer row = rows.remove(face);
    if (row == null) {
      return;
    }
    int last = rows.size();
    Block from = blocks.get(last / Block.ROWS);
    if (row != last) {
      FaceId moved = blocks.get(row / Block.ROWS).copy(row % Block.ROWS, from, last % Block.ROWS);
      rows.put(moved, row);
    }
    from.clear(last % Block.ROWS);
    if (last % Block.ROWS == 0) {
      blocks.removeLast();
    }
  }

  int size() {
    lock.readLock().lock();
    try {
      return rows.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// How many blocks of memory are in use.
  int blocks() {
    lock.readLock().lock();
    try {
      return blocks.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// The vectors with the largest cosine to a known one, itself left out, largest first.
  ///
  /// @throws GalleryException.NotFound when the face is not known
  List<Match> nearest(FaceId face, int k, double atLeast) {
    return search(face, new Nearest(k, atLeast), true);
  }

  /// The same by comparing all, as the measure of [#nearest].
  List<Match> exact(FaceId face, int k, double atLeast) {
    return search(face, new Nearest(k, atLeast), false);
  }

  private List<Match> search(FaceId face, Nearest nearest, boolean sketched) {
    lock.readLock().lock();
    try {
      Integer row = rows.get(face);
      if (row == null) {
        throw new GalleryException.NotFound("The face " + face + " is not known.");
      }
      Block.Query query = blocks.get(row / Block.ROWS).query(row % Block.ROWS);
      int left = rows.size();
      for (Block block : blocks) {
        int used = Math.min(left, Block.ROWS);
        block.search(query, used, nearest, sketched);
        left -= used;
      }
      return nearest.matches();
    } finally {
      lock.readLock().unlock();
    }
  }
}
