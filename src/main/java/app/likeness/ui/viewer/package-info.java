/// One photo over the whole window, and the way to the next.
@NullMarked
package app.likeness.ui.viewer;

import org.jspecify.annotations.NullMarked;
