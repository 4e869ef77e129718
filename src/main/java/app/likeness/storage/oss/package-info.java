/// Aliyun OSS: tickets that a temporary, write-only session signs, and a store over its S3 door.
@NullMarked
package app.likeness.storage.oss;

import org.jspecify.annotations.NullMarked;
