/// One person: their photos, their faces, what was decided about them.
@NullMarked
package app.likeness.ui.person;

import org.jspecify.annotations.NullMarked;
