/// BMP, HEIC and AVIF by ffmpeg.
@NullMarked
package app.likeness.pictures.ffmpeg;

import org.jspecify.annotations.NullMarked;
