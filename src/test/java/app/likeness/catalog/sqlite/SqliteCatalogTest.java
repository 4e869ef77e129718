package app.likeness.catalog.sqlite;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.FaceTableContract;
import app.likeness.catalog.LooksContract;
import app.likeness.catalog.NoteTableContract;
import app.likeness.catalog.PersonTableContract;
import app.likeness.catalog.PhotoTableContract;
import app.likeness.catalog.WritesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteCatalogTest {
  @TempDir Path folder;

  private Catalog opened() {
    return SqliteCatalog.open(folder.resolve("catalog.sqlite"));
  }

  @Nested
  class Photos extends PhotoTableContract {
    @Override
    protected Catalog open() {
      return opened();
    }
  }

  @Nested
  class Faces extends FaceTableContract {
    @Override
    protected Catalog open() {
      return opened();
    }
  }

  @Nested
  class Persons extends PersonTableContract {
    @Override
    protected Catalog open() {
      return opened();
    }
  }

  @Nested
  class Writes extends WritesContract {
    @Override
    protected Catalog open() {
      return opened();
    }
  }

  @Nested
  class Looks extends LooksContract {
    @Override
    protected Catalog open() {
      return opened();
    }
  }

  @Nested
  class Notes extends NoteTableContract {
    @Override
    protected Catalog open() {
      return opened();
    }
  }
}
