/// Objects as files in the user's own data folder, served on the loopback as S3 would.
@NullMarked
package app.likeness.storage.embedded;

import org.jspecify.annotations.NullMarked;
