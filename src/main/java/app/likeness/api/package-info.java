/// What the gallery says and hears as JSON.
@NullMarked
package app.likeness.api;

import org.jspecify.annotations.NullMarked;
