/// What a camera noted, by metadata-extractor.
@NullMarked
package app.likeness.pictures.metadata;

import org.jspecify.annotations.NullMarked;
