/// A gallery elsewhere, spoken to over its HTTP API.
@NullMarked
package app.likeness.api.remote;

import org.jspecify.annotations.NullMarked;
