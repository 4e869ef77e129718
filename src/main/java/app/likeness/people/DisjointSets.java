package app.likeness.people;

import java.util.stream.IntStream;

/// Numbers from 0 in sets that are joined two by two; the lowest of a set stands for it.
final class DisjointSets {
  private final int[] parent;

  DisjointSets(int count) {
    parent = IntStream.range(0, count).toArray();
  }

  int root(int member) {
    int root = member;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]]; // halves the path for the next time
      root = parent[root];
    }
    return root;
  }

  void join(int one, int other) {
    int a = root(one);
    int b = root(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
}
