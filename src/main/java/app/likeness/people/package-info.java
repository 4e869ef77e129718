/// Which face belongs to whom, and how a human decision changes that; pure rules.
@NullMarked
package app.likeness.people;

import org.jspecify.annotations.NullMarked;
