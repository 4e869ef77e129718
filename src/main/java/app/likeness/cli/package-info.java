/// The command line: one class a verb, each of which speaks to the gallery as the window does.
@NullMarked
package app.likeness.cli;

import org.jspecify.annotations.NullMarked;
