package app.likeness.catalog.dynamodb;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Changes;
import app.likeness.catalog.DecisionLog;
import app.likeness.catalog.FaceTable;
import app.likeness.catalog.LookCounts;
import app.likeness.catalog.NoteTable;
import app.likeness.catalog.PersonTable;
import app.likeness.catalog.PhotoTable;
import app.likeness.catalog.Totals;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The catalogue of a gallery in five tables of DynamoDB; several processes may write to it in turn.
///
/// Lists follow what was written a moment later, since they read secondary indexes; and while a unit
/// of work is being written, readers outside may see a part of it.
public final class DynamoCatalog implements Catalog {
  private final DynamoDbClient client;
  private final Writer writer;
  private final PhotoTable photos;
  private final FaceTable faces;
  private final PersonTable people;
  private final DecisionLog log;
  private final NoteTable notes;

  DynamoCatalog(DynamoDbClient client, Store store, Lease lease) {
    this.client = client;
    writer = new Writer(store, lease);
    photos = new DynamoPhotos(writer);
    faces = new DynamoFaces(writer);
    people = new DynamoPersons(writer);
    log = new DynamoLog(writer);
    notes = new DynamoNotes(writer);
  }

  /// Opens the catalogue, and completes what a writer that died had decided on.
  ///
  /// @throws app.likeness.model.GalleryException.NotFound while [DynamoTables] has not made the tables
  public static DynamoCatalog open(DynamoAccess access, TableNames names) {
    DynamoDbClient client = access.client();
    Store store = new Store(client, names);
    return opened(client, store, Writer.lease(store));
  }

  static DynamoCatalog opened(DynamoDbClient client, Store store, Lease lease) {
    DynamoCatalog catalog = new DynamoCatalog(client, store, lease);
    try {
      if (store.get(Ordered.SCHEMA.key(0)).isEmpty()) {
        throw Failures.uninitialised();
      }
      catalog.writer.settle();
      return catalog;
    } catch (RuntimeException e) {
      catalog.close();
      throw e;
    }
  }

  @Override
  public PhotoTable photos() {
    return photos;
  }

  @Override
  public FaceTable faces() {
    return faces;
  }

  @Override
  public PersonTable people() {
    return people;
  }

  @Override
  public DecisionLog log() {
    return log;
  }

  @Override
  public NoteTable notes() {
    return notes;
  }

  @Override
  public <T extends @Nullable Object> T serially(Supplier<T> work) {
    return writer.write(_ -> work.get());
  }

  @Override
  public Changes changes(@Nullable String cursor) {
    return Feed.since(writer.view(), cursor);
  }

  @Override
  public Totals totals() {
    return Months.totals(writer.view());
  }

  @Override
  public LookCounts looks() {
    return Looks.counts(writer.view());
  }

  @Override
  public Optional<String> setting(String name) {
    Item settings = Ordered.SETTINGS.change(writer.view(), 0).done().item("settings");
    return Optional.ofNullable(settings.raw(name));
  }

  @Override
  public void setting(String name, String value) {
    writer.write(
        unit -> {
          Item.Change change = Ordered.SETTINGS.change(unit, 0);
          Item settings = change.done().item("settings").change().text(name, value).done();
          unit.put(Table.DECISIONS, change.item("settings", settings).done());
          return true;
        });
  }

  @Override
  public boolean shared() {
    return true;
  }

  @Override
  public void close() {
    writer.close();
    client.close();
  }
}
