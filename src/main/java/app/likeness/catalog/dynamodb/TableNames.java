package app.likeness.catalog.dynamodb;

/// What the five tables of a gallery are called in an account; the first three may have been there before.
public record TableNames(
    String photos, String persons, String occurrences, String faces, String decisions) {
  /// `Photos`, `Persons` and so on, each with something before it that tells galleries apart.
  ///
  /// @param prefix empty for the names of an existing deployment
  public static TableNames prefixed(String prefix) {
    return new TableNames(
        prefix + "Photos",
        prefix + "Persons",
        prefix + "Occurrences",
        prefix + "Faces",
        prefix + "Decisions");
  }

  String of(Table table) {
    return switch (table) {
      case PHOTOS -> photos;
      case PERSONS -> persons;
      case OCCURRENCES -> occurrences;
      case FACES -> faces;
      case DECISIONS -> decisions;
    };
  }
}
