/// Files as galleries keep them: private from the moment they exist, and durable.
@NullMarked
package app.likeness.files;

import org.jspecify.annotations.NullMarked;
