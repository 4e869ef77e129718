/// Everyone in the gallery, and what can be decided about them.
@NullMarked
package app.likeness.ui.people;

import org.jspecify.annotations.NullMarked;
