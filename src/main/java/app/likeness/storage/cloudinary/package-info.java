/// Cloudinary: a service that keeps pictures and delivers them in any size and format.
@NullMarked
package app.likeness.storage.cloudinary;

import org.jspecify.annotations.NullMarked;
