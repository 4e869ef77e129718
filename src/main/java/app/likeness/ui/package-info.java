/// What every screen stands on: background work, texts, and the way from screen to screen.
@NullMarked
package app.likeness.ui;

import org.jspecify.annotations.NullMarked;
