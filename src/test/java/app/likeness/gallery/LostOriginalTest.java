package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A photo whose bytes are gone from the store, and whose owner still has the file.
class LostOriginalTest {
  @TempDir Path folder;

  @Test
  void theSameBytesAreTakenAgainAndOnlyThen() throws Exception {
    try (Workspace.Session session = Galleries.open(folder)) {
      PhotoId id = bring(session).photo();
      Photo before = session.gallery().photos().photo(id).orElseThrow();
      Path original = folder.resolve("objects/likeness").resolve(before.original().key());
      assertThat(bring(session).state()).isEqualTo(ImportState.ALREADY);

      Files.delete(original);
      assertThat(bring(session).state()).isEqualTo(ImportState.READY);
      assertThat(original).hasSameBinaryContentAs(Samples.photo(1));
      assertThat(session.gallery().photos().photo(id)).contains(before);
      assertThat(bring(session).state()).isEqualTo(ImportState.ALREADY);
    }
    Wholeness.check(folder);
  }

  private static ImportRow bring(Workspace.Session session) throws InterruptedException {
    return Galleries.bring(session, List.of(Samples.photo(1))).getFirst();
  }
}
