package app.likeness.catalog;

import app.likeness.model.Page;
import app.likeness.testing.Galleries;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What every catalogue must do, whatever keeps it; the contracts of its tables extend this.
public abstract class CatalogContract {
  protected Catalog catalog;

  /// An empty catalogue, which is closed after the test.
  protected abstract Catalog open();

  @BeforeEach
  void opens() {
    catalog = open();
  }

  @AfterEach
  void closes() {
    catalog.close();
  }

  /// Everything that a list holds, page by page from a cursor.
  protected static <T> List<T> all(Function<String, Page<T>> list) {
    return Galleries.all(list);
  }
}
