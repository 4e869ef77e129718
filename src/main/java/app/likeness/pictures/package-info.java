/// Bytes to pixels and back.
@NullMarked
package app.likeness.pictures;

import org.jspecify.annotations.NullMarked;
