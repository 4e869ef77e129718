/// What is being imported, file by file.
@NullMarked
package app.likeness.ui.imports;

import org.jspecify.annotations.NullMarked;
