package app.likeness.app;

import app.likeness.catalog.dynamodb.DynamoTables;
import app.likeness.cli.Wiring.CloudSetup;
import app.likeness.faces.rekognition.CollectionSetup;
import app.likeness.gallery.CloudSettings;
import app.likeness.gallery.CloudSettings.Recognizer;
import app.likeness.storage.s3.BucketSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Creates the buckets, tables and collection that settings tell of, and notes the settings.
final class CloudSetUp implements CloudSetup {
  private final CloudSettings settings;
  private final CloudFile file;
  private final Closing closing;
  private final List<BucketSetup> buckets = new ArrayList<>();
  private final DynamoTables tables;
  private final Optional<CollectionSetup> collection;

  CloudSetUp(CloudParts parts, CloudFile file, List<String> origins, Closing closing) {
    this.settings = parts.settings();
    this.file = file;
    this.closing = closing;
    for (CloudSettings.Store store : settings.stores()) {
      buckets.add(
          closing.add(
              new BucketSetup(CloudParts.description(store), parts.credentials(), origins)));
    }
    tables = closing.add(DynamoTables.at(parts.database(), parts.tables()));
    collection =
        settings.recognition().by() == Recognizer.REKOGNITION
            ? Optional.of(closing.add(new CollectionSetup(parts.collection())))
            : Optional.empty();
  }

  @Override
  public List<String> plan() {
    List<String> plan = new ArrayList<>();
    buckets.forEach(bucket -> plan.addAll(bucket.plan()));
    plan.addAll(tables.plan());
    collection.ifPresent(faces -> plan.addAll(faces.plan()));
    plan.addAll(note());
    return plan;
  }

  private List<String> note() {
    return file.read().filter(settings::equals).isPresent()
        ? List.of()
        : List.of("Note in " + file.file() + " where all this is.");
  }

  /// The settings first: whoever is interrupted goes on without telling all again.
  @Override
  public List<String> apply(Consumer<String> done) {
    note()
        .forEach(
            sentence -> {
              file.write(settings);
              done.accept(sentence);
            });
    List<String> refused = new ArrayList<>();
    buckets.forEach(bucket -> refused.addAll(bucket.apply(done)));
    List<String> missing = tables.plan();
    tables.create();
    missing.forEach(done);
    collection.ifPresent(
        faces -> {
          List<String> absent = faces.plan();
          faces.create();
          absent.forEach(done);
        });
    return refused;
  }

  @Override
  public void close() {
    closing.close();
  }
}
