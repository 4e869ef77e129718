package app.likeness.catalog.sqlite;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.PersonTableContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteCatalogTest {
  @TempDir Path folder;

  @Nested
  class Persons extends PersonTableContract {
    @Override
    protected Catalog open() {
      return SqliteCatalog.open(folder.resolve("catalog.sqlite"));
    }
  }
}
