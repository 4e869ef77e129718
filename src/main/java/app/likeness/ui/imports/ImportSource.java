package app.likeness.ui.imports;

import app.likeness.catalog.ImportCounts;
import app.likeness.catalog.ImportState;
import app.likeness.gallery.Importer;
import app.likeness.model.Page;
import app.likeness.ui.controls.GridSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of the queue for the list.
record ImportSource(Importer importer, boolean failedOnly) implements GridSource<Long, ImportItem> {
  @Override
  public List<Section> sections() {
    ImportCounts counts = importer.counts();
    int rows = failedOnly ? counts.of(ImportState.FAILED) : counts.total();
    return List.of(new Section("rows", "", rows));
  }

  @Override
  public Page<ImportItem> page(Section section, @Nullable String cursor, int limit) {
    return importer
        .rows(failedOnly, cursor, limit)
        .map(row -> new ImportItem(row, importer.sent(row.id())));
  }

  @Override
  public Long key(ImportItem item) {
    return item.row().id();
  }
}
