/// Controls that several screens share.
@NullMarked
package app.likeness.ui.controls;

import org.jspecify.annotations.NullMarked;
