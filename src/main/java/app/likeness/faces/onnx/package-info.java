/// Face recognition on the user's own machine: ONNX Runtime finds and describes faces, memory holds them.
@NullMarked
package app.likeness.faces.onnx;

import org.jspecify.annotations.NullMarked;
