/// The wiring: the only place that chooses back ends and knows every part.
@NullMarked
package app.likeness.app;

import org.jspecify.annotations.NullMarked;
