package app.likeness.faces.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import app.likeness.model.GalleryException;
import app.likeness.pictures.Picture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A loaded network; many threads may run it at once, each run on the caller's thread alone.
final class Net implements AutoCloseable {
  private final NetInput input;
  private final Planes planes;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Queue<Feed> idle = new ConcurrentLinkedQueue<>();

  /// Native memory that a picture is written into and the network reads from, used over and over.
  private record Feed(FloatBuffer pixels, OnnxTensor tensor) {}

  /// @throws GalleryException.Unavailable when ONNX Runtime does not take it
  Net(ModelFiles files, ModelManifest.Model model) {
    this.input = model.input();
    this.planes = new Planes(input);
    byte[] graph = files.read(model);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One thread a run, since a photo a core is the better use of cores; and none that spins idly.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      this.environment = OrtEnvironment.getEnvironment();
      this.session = environment.createSession(graph, options);
    } catch (OrtException e) {
      throw new GalleryException.Unavailable(
          "The face model %s cannot be used; install or build Likeness again.".formatted(model.file()), e);
    } catch (LinkageError e) {
      throw new GalleryException.Unavailable(
          "Faces cannot be recognised: ONNX Runtime has no part for this kind of computer, or no room"
              + " in its folder for temporary files.", e);
    }
  }

  NetInput input() {
    return input;
  }

  /// Shows the network the part of a picture that begins at (`left`, `top`).
  ///
  /// @return what it said, one array for each of the asked outputs
  float[][] run(Picture picture, int left, int top, String... outputs) {
    try {
      Feed feed = borrow();
      try {
        planes.write(picture, left, top, feed.pixels);
        return run(feed, outputs);
      } finally {
        idle.add(feed);
      }
    } catch (OrtException e) {
      throw new GalleryException.Unavailable(
          "Looking for faces failed: %s.".formatted(e.getMessage()), e);
    }
  }

  private float[][] run(Feed feed, String... outputs) throws OrtException {
    try (OrtSession.Result result =
        session.run(Map.of(input.name(), feed.tensor), Set.of(outputs))) {
      float[][] values = new float[outputs.length][];
      for (int i = 0; i < outputs.length; i++) {
        values[i] = values(result, outputs[i]);
      }
      return values;
    }
  }

  private Feed borrow() throws OrtException {
    Feed feed = idle.poll();
    if (feed != null) {
      return feed;
    }
    FloatBuffer pixels =
        ByteBuffer.allocateDirect(input.size() * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    return new Feed(pixels, OnnxTensor.createTensor(environment, pixels, input.shape()));
  }

  private static float[] values(OrtSession.Result result, String output) throws OrtException {
    if (result.get(output).orElse(null) instanceof OnnxTensor tensor) {
      FloatBuffer buffer = tensor.getFloatBuffer();
      float[] values = new float[buffer.remaining()];
      buffer.get(values);
      return values;
    }
    throw new OrtException("no output " + output);
  }

  /// To be called when no run is under way.
  @Override
  public void close() {
    idle.forEach(feed -> feed.tensor.close());
    idle.clear();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
