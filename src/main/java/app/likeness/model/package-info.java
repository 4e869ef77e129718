/// The immutable words that everyone speaks: photos, faces, people, decisions.
@NullMarked
package app.likeness.model;

import org.jspecify.annotations.NullMarked;
