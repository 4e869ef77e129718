/// JPEG, PNG, WebP, GIF, TIFF and BMP by leptonica.
@NullMarked
package app.likeness.pictures.leptonica;

import org.jspecify.annotations.NullMarked;
