/// Where facts live: photos, faces, people, the decision log and the import queue.
@NullMarked
package app.likeness.catalog;

import org.jspecify.annotations.NullMarked;
