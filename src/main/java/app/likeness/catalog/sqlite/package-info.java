/// The catalogue and the import queue in SQLite files on this machine.
@NullMarked
package app.likeness.catalog.sqlite;

import org.jspecify.annotations.NullMarked;
