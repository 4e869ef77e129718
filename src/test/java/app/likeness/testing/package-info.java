/// Real parts for tests: the sample photos, and galleries in folders of their own.
@NullMarked
package app.likeness.testing;

import org.jspecify.annotations.NullMarked;
