/// Finding faces in pictures and telling which are alike.
@NullMarked
package app.likeness.faces;

import org.jspecify.annotations.NullMarked;
