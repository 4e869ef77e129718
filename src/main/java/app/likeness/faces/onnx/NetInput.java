package app.likeness.faces.onnx;

import java.util.List;

/// What a network wants to see: pixels as `(value - mean) / scale`, one plane a channel.
///
/// @param mean one for all planes or one a plane; so is `scale`
/// @param padding the value, 0..255, right of and below a picture that does not fill the input
record NetInput(
    String name,
    int width,
    int height,
    Channels channels,
    List<Float> mean,
    List<Float> scale,
    int padding) {

  /// The order of the planes.
  enum Channels {
    RGB,
    BGR,
    GREY;

    int planes() {
      return this == GREY ? 1 : 3;
    }

    /// How far to the right a plane's value is to be moved in a pixel; grey has no such place.
    int shift(int plane) {
      return this == RGB ? 16 - 8 * plane : 8 * plane;
    }
  }

  long[] shape() {
    return new long[] {1, channels.planes(), height, width};
  }

  /// How many figures it takes.
  int size() {
    return channels.planes() * height * width;
  }
}
