package app.likeness.catalog.sqlite;

import app.likeness.catalog.ImportQueue;
import app.likeness.catalog.ImportQueueContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteImportQueueTest extends ImportQueueContract {
  @TempDir Path folder;

  @Override
  protected ImportQueue open() {
    return SqliteImportQueue.open(folder.resolve("imports.sqlite"));
  }
}
