/// Signatures of Amazon's S3 and of all that speak like it.
@NullMarked
package app.likeness.storage.s3;

import org.jspecify.annotations.NullMarked;
