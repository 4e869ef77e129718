import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes ONNX graphs of two networks that face-api has only as weights for TensorFlow.js.
///
/// The graphs are those of its `tinyXception` (age and gender) and `denseNet` (expression): figures
/// are stored as bytes to be scaled, filters as height, width, input, output.
final class FaceApiModels {
  private static final int SIDE = 112;
  private static final int EXPRESSIONS = 7;
  private static final String INPUT = "input";

  private final OnnxGraph graph = new OnnxGraph();
  private final Map<String, Weights> weights = new HashMap<>();

  private record Weights(float[] values, int[] shape) {
    /// With axes in another order.
    Weights transposed(int... order) {
      int[] to = new int[order.length];
      int[] stride = new int[order.length];
      for (int axis = 0; axis < order.length; axis++) {
        to[axis] = shape[order[axis]];
        stride[axis] = 1;
        for (int inner = order[axis] + 1; inner < shape.length; inner++) {
          stride[axis] *= shape[inner];
        }
      }
      float[] moved = new float[values.length];
      int[] at = new int[order.length];
      for (int i = 0; i < moved.length; i++) {
        int from = 0;
        for (int axis = 0; axis < at.length; axis++) {
          from += at[axis] * stride[axis];
        }
        moved[i] = values[from];
        for (int axis = at.length - 1; axis >= 0 && ++at[axis] == to[axis]; axis--) {
          at[axis] = 0;
        }
      }
      return new Weights(moved, to);
    }
  }

  private FaceApiModels(Path folder, String name) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + ".bin")))
            .order(ByteOrder.LITTLE_ENDIAN);
    Path described = folder.resolve(name + "-weights_manifest.json");
    for (JsonNode each : JsonMapper.shared().readTree(described.toFile()).get(0).get("weights")) {
      weights.put(each.get("name").asString(), read(each, bytes));
    }
    if (bytes.hasRemaining()) {
      throw new IOException(described + " does not describe all of the weights");
    }
  }

  private static Weights read(JsonNode described, ByteBuffer bytes) {
    int[] shape = described.get("shape").valueStream().mapToInt(JsonNode::asInt).toArray();
    int count = 1;
    for (int length : shape) {
      count *= length;
    }
    JsonNode scaled = described.get("quantization");
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          scaled == null
              ? bytes.getFloat()
              : (float) Byte.toUnsignedInt(bytes.get()) * (float) scaled.get("scale").asDouble()
                  + (float) scaled.get("min").asDouble();
    }
    return new Weights(values, shape);
  }

  static byte[] ages(Path folder) throws IOException {
    return new FaceApiModels(folder, "age_gender_model").ages();
  }

  static byte[] expressions(Path folder) throws IOException {
    return new FaceApiModels(folder, "face_expression_model").expressions();
  }

  private byte[] ages() {
    String x = relu(conv(INPUT, "entry_flow/conv_in", 2));
    x = reduced(x, "entry_flow/reduction_block_0", false);
    x = reduced(x, "entry_flow/reduction_block_1", true);
    for (int block = 0; block < 2; block++) {
      String in = x;
      for (int i = 0; i < 3; i++) {
        x = separable(relu(x), "middle_flow/main_block_" + block + "/separable_conv" + i, 1);
      }
      x = sum(x, in);
    }
    x = reduced(x, "exit_flow/reduction_block", true);
    x = pooled(relu(separable(x, "exit_flow/separable_conv", 1)));
    graph.output(dense(x, "fc/age"), "age", 1, 1);
    return graph.model(INPUT, 1, 3, SIDE, SIDE);
  }

  private String reduced(String x, String name, boolean activated) {
    String out = separable(activated ? relu(x) : x, name + "/separable_conv0", 1);
    out = separable(relu(out), name + "/separable_conv1", 1);
    out =
        graph.add("MaxPool", List.of(out), kernel(3, 3), strides(2), same());
    return sum(out, conv(x, name + "/expansion_conv", 2));
  }

  private byte[] expressions() {
    String x = INPUT;
    for (int block = 0; block < 4; block++) {
      String name = "dense" + block + "/conv";
      String out1 = relu(block == 0 ? conv(x, name + 0, 2) : separable(x, name + 0, 2));
      String out2 = separable(out1, name + 1, 1);
      String out3 = separable(relu(sum(out1, out2)), name + 2, 1);
      String out4 = separable(relu(sum(out1, sum(out2, out3))), name + 3, 1);
      x = relu(sum(out1, sum(out2, sum(out3, out4))));
    }
    String said = dense(pooled(x), "fc");
    String shares = graph.add("Softmax", List.of(said), new OnnxGraph.Setting("axis", 1));
    graph.output(shares, "expressions", 1, EXPRESSIONS);
    return graph.model(INPUT, 1, 3, SIDE, SIDE);
  }

  private String conv(String x, String name, int stride) {
    Weights filters = get(name + "/filters").transposed(3, 2, 0, 1);
    return graph.add(
        "Conv",
        List.of(x, constant(filters), constant(get(name + "/bias"))),
        kernel(filters.shape()[2], filters.shape()[3]), strides(stride), same());
  }

  private String separable(String x, String name, int stride) {
    Weights each = get(name + "/depthwise_filter").transposed(2, 3, 0, 1);
    String deep =
        graph.add(
            "Conv",
            List.of(x, constant(each)),
            kernel(each.shape()[2], each.shape()[3]), strides(stride), same(),
            new OnnxGraph.Setting("group", each.shape()[0]));
    Weights across = get(name + "/pointwise_filter").transposed(3, 2, 0, 1);
    return graph.add(
        "Conv",
        List.of(deep, constant(across), constant(get(name + "/bias"))),
        kernel(1, 1), strides(1), same());
  }

  private String pooled(String x) {
    String mean = graph.add("AveragePool", List.of(x), kernel(7, 7), strides(2));
    return graph.add("Flatten", List.of(mean));
  }

  private String dense(String x, String name) {
    String product = graph.add("MatMul", List.of(x, constant(get(name + "/weights"))));
    return sum(product, constant(get(name + "/bias")));
  }

  private String relu(String x) {
    return graph.add("Relu", List.of(x));
  }

  private String sum(String a, String b) {
    return graph.add("Add", List.of(a, b));
  }

  private Weights get(String name) {
    Weights found = weights.get(name);
    if (found == null) {
      throw new IllegalStateException("There are no weights " + name);
    }
    return found;
  }

  private String constant(Weights known) {
    return graph.constant(known.values(), known.shape());
  }

  private static OnnxGraph.Setting kernel(int height, int width) {
    return new OnnxGraph.Setting("kernel_shape", new int[] {height, width});
  }

  private static OnnxGraph.Setting strides(int both) {
    return new OnnxGraph.Setting("strides", new int[] {both, both});
  }

  private static OnnxGraph.Setting same() {
    return new OnnxGraph.Setting("auto_pad", "SAME_UPPER");
  }
}
