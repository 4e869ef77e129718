/// The window around the screens: sidebar, drops, undo, and what is open.
@NullMarked
package app.likeness.ui.shell;

import org.jspecify.annotations.NullMarked;
