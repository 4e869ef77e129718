package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.DecisionLog;
import app.likeness.catalog.Samples;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.gallery.People.Past;
import app.likeness.model.Decision;
import app.likeness.model.Decision.Confirm;
import app.likeness.model.Decision.Name;
import app.likeness.model.Decision.Undo;
import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.testing.Around;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log as it is told, page by page.
class HistoryTest {
  private static final PersonId ANA = new PersonId("ana");

  @TempDir private Path folder;
  private SqliteCatalog catalog;
  private Ledger ledger;
  private History history;
  private int read;

  @BeforeEach
  void open() {
    catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
    ledger = new Ledger(catalog);
    Catalog counted = counted();
    history = new History(counted, new Ledger(counted));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  /// The catalogue, counting the acts that are read for what came before.
  private Catalog counted() {
    DecisionLog log =
        Around.of(
            DecisionLog.class,
            catalog.log(),
            (method, call) -> {
              Object answer = call.go();
              if (method.equals("after") && answer instanceof List<?> acts) {
                read += acts.size();
              }
              return answer;
            });
    return Around.of(
        Catalog.class, catalog, (method, call) -> method.equals("log") ? log : call.go());
  }

  private void decide(Decision... gesture) {
    catalog.serially(() -> ledger.append(List.of(gesture)));
  }

  private List<String> told() {
    return history.page(0, 10).stream().map(Past::text).toList();
  }

  @Test
  void aPageReadsOnlyWhatCameSinceTheLastOne() {
    decide(new Name(ANA, "Anna"));
    decide(new Name(ANA, "Ana"));
    assertThat(told()).containsExactly("Renamed Anna to Ana", "Named Anna");
    assertThat(history.page(2, 10)).extracting(Past::text).containsExactly("Named Anna");
    decide(new Undo(1));

    assertThat(told()).containsExactly("Undid: Named Anna", "Renamed Anna to Ana", "Named Anna");
    assertThat(history.page(0, 10)).extracting(Past::undone).containsExactly(false, false, true);
    assertThat(read).as("acts read").isEqualTo(3);
  }

  @Test
  void anErasureElsewhereIsSeen() {
    Photo photo = Samples.photo("photo", 1);
    Samples.add(catalog, photo, Samples.face(photo, 1, 1));
    decide(new Name(ANA, "Ana"));
    decide(new Confirm(new FaceId(photo.id(), 1), ANA));
    decide(new Undo(2));
    assertThat(told()).contains("Undid: Is Ana: 1 face");

    catalog.photos().erase(photo.id());
    assertThat(told()).contains("Undid: Erased since").doesNotContain("Undid: Is Ana: 1 face");
  }
}
