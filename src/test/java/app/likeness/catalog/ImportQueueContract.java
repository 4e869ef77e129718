package app.likeness.catalog;

import static app.likeness.catalog.ImportState.ALREADY;
import static app.likeness.catalog.ImportState.CANCELLED;
import static app.likeness.catalog.ImportState.FAILED;
import static app.likeness.catalog.ImportState.FINDING_FACES;
import static app.likeness.catalog.ImportState.READY;
import static app.likeness.catalog.ImportState.UPLOADING;
import static app.likeness.catalog.ImportState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.Page;
import app.likeness.model.PhotoId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every import queue does.
public abstract class ImportQueueContract {
  private static final Path A = Path.of("/photos/a.jpg");
  private static final Path B = Path.of("/photos/b.jpg");
  private static final Path C = Path.of("/photos/ü ß?#%41/..c.jpg");
  private static final PhotoId PHOTO = new PhotoId("photo");

  protected ImportQueue queue;

  /// The queue as it was left, empty at first.
  protected abstract ImportQueue open();

  @BeforeEach
  void opens() {
    queue = open();
  }

  @AfterEach
  void closes() {
    queue.close();
  }

  private ImportRow claim() {
    return queue.claim().orElseThrow();
  }

  private void end(ImportState state) {
    queue.update(claim().with(state, state == FAILED ? "It is no picture." : null).with(PHOTO));
  }

  private List<ImportRow> rows(boolean failedOnly) {
    List<ImportRow> rows = new ArrayList<>();
    String cursor = null;
    do {
      Page<ImportRow> page = queue.rows(failedOnly, cursor, 2);
      rows.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return rows;
  }

  @Test
  void keepsDroppedRootsInOrderUntilTheyAreWalked() {
    queue.drop(List.of(A, B));
    queue.drop(List.of(A));
    assertThat(queue.nextRoot()).contains(A);
    assertThat(queue.counts().roots()).isEqualTo(2);
    queue.walked(A, Map.of());
    assertThat(queue.nextRoot()).contains(B);
    queue.walked(B, Map.of());
    assertThat(queue.nextRoot()).isEmpty();
  }

  @Test
  void handsOutEachFileOnceTheOldestFirst() {
    queue.add(List.of(A, B));
    queue.add(List.of(C, A));
    assertThat(claim()).extracting(ImportRow::file, ImportRow::state).containsExactly(A, UPLOADING);
    assertThat(claim().file()).isEqualTo(B);
    assertThat(claim().file()).isEqualTo(C);
    assertThat(queue.claim()).isEmpty();
  }

  @Test
  void keepsWhatIsWrittenOfARow() {
    queue.add(List.of(C));
    ImportRow claimed = claim();
    ImportRow ready = new ImportRow(claimed.id(), C, READY, PHOTO, 3, "It is cut short.");
    queue.update(ready);
    assertThat(queue.row(C)).contains(ready);
    assertThat(queue.row(A)).isEmpty();
  }

  @Test
  void aPathThatIsDoneStartsAgainInItsPlace() {
    queue.add(List.of(A, B));
    end(READY);
    queue.add(List.of(A));
    assertThat(queue.row(A).orElseThrow())
        .extracting(ImportRow::state, ImportRow::photo, ImportRow::faces)
        .containsExactly(WAITING, null, 0);
    assertThat(rows(false)).extracting(ImportRow::file).containsExactly(A, B);
  }

  @Test
  void aPathThatIsUnderWayIsNotHandedOutTwice() {
    queue.add(List.of(A));
    claim();
    queue.add(List.of(A));
    assertThat(queue.claim()).isEmpty();
  }

  @Test
  void listsRowsInOrderAndFailedOnesAlone() {
    queue.add(List.of(A, B, C));
    end(READY);
    end(FAILED);
    end(ALREADY);
    assertThat(rows(false)).extracting(ImportRow::file).containsExactly(A, B, C);
    assertThat(rows(true)).extracting(ImportRow::reason).containsExactly("It is no picture.");
  }

  @Test
  void countsRowsByState() {
    queue.add(List.of(A, B, C));
    end(READY);
    claim();
    queue.drop(List.of(A, B));
    queue.walked(A, Map.of("RAW", 3));
    queue.walked(B, Map.of("RAW", 2));
    assertThat(queue.counts())
        .isEqualTo(new ImportCounts(Map.of(READY, 1, UPLOADING, 1, WAITING, 1), 0, Map.of("RAW", 5)));
  }

  @Test
  void countsWhatARootPassedOverOnceAndNotThatOfACancelledOne() {
    queue.drop(List.of(A));
    queue.walked(A, Map.of("RAW", 3));
    assertThat(queue.counts().unsupported()).isEqualTo(Map.of("RAW", 3));
    queue.drop(List.of(B));
    queue.cancelWaiting();
    queue.walked(B, Map.of("RAW", 4));
    assertThat(queue.counts().unsupported()).isEmpty();
  }

  @Test
  void forgetsWhatWasPassedOverOnceAnotherImportBegins() {
    queue.drop(List.of(A));
    queue.add(List.of(C));
    queue.walked(A, Map.of("RAW", 3));
    queue.drop(List.of(B));
    queue.walked(B, Map.of("RAW", 1));
    assertThat(queue.counts().unsupported()).isEqualTo(Map.of("RAW", 4));
    end(FAILED);
    queue.drop(List.of(A));
    assertThat(queue.counts().unsupported()).isEmpty();
  }

  @Test
  void startsFailedAndCancelledRowsAgainWhenAsked() {
    queue.add(List.of(A, B, C));
    end(FAILED);
    end(FAILED);
    queue.cancelWaiting();
    queue.retry(queue.row(A).orElseThrow().id());
    assertThat(queue.counts().rows()).isEqualTo(Map.of(WAITING, 1, FAILED, 1, CANCELLED, 1));
    queue.retryFailed();
    assertThat(queue.counts().rows()).isEqualTo(Map.of(WAITING, 2, CANCELLED, 1));
    queue.retry(queue.row(C).orElseThrow().id());
    assertThat(queue.counts().rows()).isEqualTo(Map.of(WAITING, 3));
    assertThat(queue.row(A).orElseThrow().reason()).isNull();
  }

  @Test
  void aReadyRowIsNotRetried() {
    queue.add(List.of(A));
    end(READY);
    queue.retry(queue.row(A).orElseThrow().id());
    assertThat(queue.counts().of(READY)).isEqualTo(1);
  }

  @Test
  void cancelsWhatWaitsAndForgetsRoots() {
    queue.drop(List.of(A));
    queue.add(List.of(B, C));
    claim();
    queue.cancelWaiting();
    assertThat(queue.nextRoot()).isEmpty();
    assertThat(queue.counts().rows()).isEqualTo(Map.of(UPLOADING, 1, CANCELLED, 1));
  }

  @Test
  void forgetsWhatIsDone() {
    queue.add(List.of(A, B));
    end(READY);
    queue.drop(List.of(C));
    queue.walked(C, Map.of("video", 1));
    queue.clearDone();
    assertThat(rows(false)).extracting(ImportRow::file).containsExactly(B);
    assertThat(queue.counts()).isEqualTo(new ImportCounts(Map.of(WAITING, 1), 0, Map.of()));
  }

  @Test
  void putsWhatWasUnderWayBackAfterARestart() {
    queue.add(List.of(A, B, C));
    claim();
    queue.update(claim().with(FINDING_FACES, null).with(PHOTO));
    queue.close();
    queue = open();
    assertThat(queue.recover()).isEqualTo(2);
    assertThat(queue.counts().rows()).isEqualTo(Map.of(WAITING, 3));
    assertThat(claim().file()).isEqualTo(A);
  }

  @Test
  void forgetsThePathsOfADeletedPhoto() {
    queue.add(List.of(A, B, C));
    end(READY);
    end(ALREADY);
    queue.forget(PHOTO);
    assertThat(rows(false)).extracting(ImportRow::file).containsExactly(C);
  }

  @Test
  void keepsAPathUnderWayThoughItsPhotoIsTakenBack() {
    queue.add(List.of(A, B));
    queue.update(claim().with(PHOTO));
    queue.forget(PHOTO);
    assertThat(rows(false)).extracting(ImportRow::file).containsExactly(A, B);
  }
}
