package app.likeness.ui.imports;

import app.likeness.catalog.ImportRow;

/// A row of the list.
///
/// @param sent how much of its bytes are in the store, 0..1
record ImportItem(ImportRow row, double sent) {}
