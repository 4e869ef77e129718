package app.likeness.catalog.dynamodb;

/// The secondary indexes, each by two texts; an item without both is not in it.
///
/// They follow their table a moment later, so that lists read them and writes never do.
enum Index {
  /// Ready photos by date within a month.
  PHOTOS_BY_MONTH(Table.PHOTOS, "byMonth", "month", "placed"),
  PHOTOS_BY_STATE(Table.PHOTOS, "byState", "stateShard", "photoId"),
  PHOTOS_BY_SHA256(Table.PHOTOS, "bySha256", "sha256", "photoId"),
  PHOTOS_BY_SHA1(Table.PHOTOS, "bySha1", "sha1", "photoId"),
  PERSONS_BY_COUNT(Table.PERSONS, "byCount", "listed", "counted"),
  PERSONS_BY_NAME(Table.PERSONS, "byName", "listed", "sought"),
  PERSONS_BY_DATE(Table.PERSONS, "byDate", "listed", "placed"),
  OCCURRENCES_BY_DATE(Table.OCCURRENCES, "byDate", "personId", "placed"),
  /// The best face first.
  OCCURRENCES_BY_RANK(Table.OCCURRENCES, "byRank", "personId", "rank"),
  FACES_BY_ID(Table.FACES, "byId", "shard", "faceId");

  private final Table table;
  private final String id;
  private final String partition;
  private final String sort;

  Index(Table table, String id, String partition, String sort) {
    this.table = table;
    this.id = id;
    this.partition = partition;
    this.sort = sort;
  }

  Table table() {
    return table;
  }

  /// What it is called in DynamoDB.
  String id() {
    return id;
  }

  String partition() {
    return partition;
  }

  String sort() {
    return sort;
  }
}
