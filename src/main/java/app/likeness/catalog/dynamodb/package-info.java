/// The catalogue of a gallery in DynamoDB, shared by everyone who may write to its tables.
@NullMarked
package app.likeness.catalog.dynamodb;

import org.jspecify.annotations.NullMarked;
