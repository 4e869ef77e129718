/// The use cases, behind the one noun [app.likeness.gallery.Gallery].
@NullMarked
package app.likeness.gallery;

import org.jspecify.annotations.NullMarked;
