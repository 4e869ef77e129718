/// The API and the finishing of photos as AWS Lambda calls them: events in, answers out.
@NullMarked
package app.likeness.api.lambda;

import org.jspecify.annotations.NullMarked;
