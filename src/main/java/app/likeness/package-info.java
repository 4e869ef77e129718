/// Likeness, a desktop photo gallery about the people in your photos.
@NullMarked
package app.likeness;

import org.jspecify.annotations.NullMarked;
