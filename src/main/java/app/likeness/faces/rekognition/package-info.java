/// Face recognition by Amazon Rekognition: a collection there finds, describes and remembers the faces.
@NullMarked
package app.likeness.faces.rekognition;

import org.jspecify.annotations.NullMarked;
