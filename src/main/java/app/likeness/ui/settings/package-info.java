/// What can be set, and what is in the gallery.
@NullMarked
package app.likeness.ui.settings;

import org.jspecify.annotations.NullMarked;
