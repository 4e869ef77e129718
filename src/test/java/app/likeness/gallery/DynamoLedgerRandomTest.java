package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.dynamodb.Dynalite;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Dynalite.Running.class)
class DynamoLedgerRandomTest extends LedgerRandomTest {
  private final Dynalite dynalite;

  DynamoLedgerRandomTest(Dynalite dynalite) {
    this.dynalite = dynalite;
  }

  @Override
  int cases() {
    return 1;
  }

  @Override
  Catalog open(int seed) {
    return dynalite.empty();
  }
}
