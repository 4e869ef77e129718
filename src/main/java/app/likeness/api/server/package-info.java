/// The HTTP server that carries the API on a machine of one's own.
@NullMarked
package app.likeness.api.server;

import org.jspecify.annotations.NullMarked;
