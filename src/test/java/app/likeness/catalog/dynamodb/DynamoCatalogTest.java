package app.likeness.catalog.dynamodb;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.FaceTableContract;
import app.likeness.catalog.LooksContract;
import app.likeness.catalog.NoteTableContract;
import app.likeness.catalog.PersonTableContract;
import app.likeness.catalog.PhotoTableContract;
import app.likeness.catalog.WritesContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Dynalite.Running.class)
class DynamoCatalogTest {
  private final Dynalite dynalite;

  DynamoCatalogTest(Dynalite dynalite) {
    this.dynalite = dynalite;
  }

  @Nested
  class Photos extends PhotoTableContract {
    @Override
    protected Catalog open() {
      return dynalite.empty();
    }
  }

  @Nested
  class Faces extends FaceTableContract {
    @Override
    protected Catalog open() {
      return dynalite.empty();
    }
  }

  @Nested
  class Persons extends PersonTableContract {
    @Override
    protected Catalog open() {
      return dynalite.empty();
    }
  }

  @Nested
  class Writes extends WritesContract {
    @Override
    protected Catalog open() {
      return dynalite.empty();
    }
  }

  @Nested
  class Looks extends LooksContract {
    @Override
    protected Catalog open() {
      return dynalite.empty();
    }
  }

  @Nested
  class Notes extends NoteTableContract {
    @Override
    protected Catalog open() {
      return dynalite.empty();
    }
  }
}
