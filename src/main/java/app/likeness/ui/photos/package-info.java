/// All photos by months.
@NullMarked
package app.likeness.ui.photos;

import org.jspecify.annotations.NullMarked;
