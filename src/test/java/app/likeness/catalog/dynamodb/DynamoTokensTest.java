package app.likeness.catalog.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.Token;
import app.likeness.gallery.Tokens;
import app.likeness.model.GalleryException;
import app.likeness.model.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tokens in DynamoDB, made by one process and asked for by another.
@ExtendWith(Dynalite.Running.class)
class DynamoTokensTest {
  private final TableNames names = Dynalite.fresh();
  private Dynalite dynalite;
  private Tokens here;
  private Tokens there;

  @BeforeEach
  void open(Dynalite running) {
    dynalite = running;
    running.create(names);
    here = new Tokens(DynamoTokens.open(running.access(), names));
    there = new Tokens(DynamoTokens.open(running.access(), names));
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @Test
  void aTokenMadeHereIsKnownThere() {
    Tokens.Made made = here.create(Scope.CONTRIBUTE);

    assertThat(there.check(made.secret())).contains(made.token());
    assertThat(there.all()).containsExactly(made.token());
    assertThat(there.check(made.secret() + "x")).isEmpty();
  }

  @Test
  void aTokenRevokedHereIsRefusedThere() {
    Tokens.Made kept = here.create(Scope.VIEW);
    Tokens.Made gone = here.create(Scope.MANAGE);

    here.revoke(gone.token().id());

    assertThat(there.check(gone.secret())).isEmpty();
    assertThat(there.check(kept.secret())).map(Token::scope).contains(Scope.VIEW);
    assertThatThrownBy(() -> here.revoke(gone.token().id()))
        .isInstanceOf(GalleryException.NotFound.class);
  }

  @Test
  void theSecretIsNowhereInTheTable() {
    Tokens.Made made = here.create(Scope.VIEW);

    try (var client = dynalite.access().client()) {
      String all = client.scan(scan -> scan.tableName(names.decisions())).items().toString();
      assertThat(all).contains(made.token().sha256()).doesNotContain(made.secret());
    }
  }

  @Test
  void whoWritesToTheGalleryIsNotWaitedFor() {
    Tokens.Made made = here.create(Scope.VIEW);
    try (DynamoCatalog catalog = dynalite.open(names)) {
      boolean known = catalog.serially(() -> there.check(made.secret()).isPresent());
      assertThat(known).isTrue();
    }
  }

  @Test
  void withoutTablesTheSentenceSaysWhatToDo() {
    try (Tokens nowhere =
        new Tokens(DynamoTokens.open(dynalite.access(), Dynalite.fresh()))) {
      assertThatThrownBy(() -> nowhere.check("likeness_x")).hasMessageContaining("likeness cloud init");
    }
  }
}
