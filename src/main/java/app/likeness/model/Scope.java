package app.likeness.model;

/// What a token allows its bearer; each allows what those before it do.
public enum Scope {
  /// Look at people and photos.
  VIEW,
  /// Also add photos.
  CONTRIBUTE,
  /// Also decide, delete and scan again.
  MANAGE;

  public boolean allows(Scope asked) {
    return compareTo(asked) >= 0;
  }
}
