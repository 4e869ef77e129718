/// Where bytes live, and the one-time tickets and short-lived URLs that reach them.
@NullMarked
package app.likeness.storage;

import org.jspecify.annotations.NullMarked;
