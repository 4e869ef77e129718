package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.dynamodb.Dynalite;
import app.likeness.catalog.dynamodb.TableNames;
import app.likeness.storage.ObjectStore;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.TestCloud;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two desktops on a gallery in S3 and DynamoDB, each of which sees what the other does.
@ExtendWith(Dynalite.Running.class)
class CloudGalleryTest extends GalleryContract {
  private static final List<String> BUCKETS = List.of(TestCloud.RAW, TestCloud.THUMBS);

  private final Dynalite dynalite;
  private final TableNames drawn = Dynalite.fresh();
  private TestCloud cloud;
  private Workspace.Session other;

  CloudGalleryTest(Dynalite dynalite) {
    this.dynalite = dynalite;
  }

  @Override
  protected void draw(Path folder, int photos, int persons) {
    dynalite.create(drawn);
    try (TestCloud first = new TestCloud(folder, BUCKETS, dynalite.access(), drawn);
        Catalog catalog = dynalite.open(drawn);
        ObjectStore store = first.objects()) {
      DrawnGallery.fill(catalog, store, photos, persons, 3);
    }
  }

  @Override
  protected Workspace.Session copied(Path original, Path folder) {
    DrawnGallery.copy(original, folder);
    cloud = new TestCloud(folder, BUCKETS, dynalite.access(), dynalite.copy(drawn));
    return cloud.desktop(folder.resolveSibling(folder.getFileName() + "-one")).open();
  }

  @Override
  protected Gallery over(Gallery local, Path folder) {
    other = cloud.desktop(folder.resolveSibling(folder.getFileName() + "-two")).open();
    return other.gallery();
  }

  @Override
  protected void close(Gallery tested) {
    other.close();
  }

  @Override
  protected void closed() {
    cloud.close();
  }
}
