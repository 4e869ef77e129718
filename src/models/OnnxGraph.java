import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An ONNX graph in the making, written as its protocol buffers have it (onnx.proto, opset 11).
final class OnnxGraph {
  private static final int IR_VERSION = 6;
  private static final int OPSET = 11;
  private static final int FLOAT = 1;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_STRING = 3;
  private static final int ATTRIBUTE_INTS = 7;

  private final List<Message> nodes = new ArrayList<>();
  private final List<Message> constants = new ArrayList<>();
  private final List<Message> outputs = new ArrayList<>();

  /// A protocol buffer in the making.
  private static final class Message {
    private static final int MORE = 0x80;
    private static final int BITS = 7;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message bytes(int field, byte[] value) {
      varint((long) field << 3 | BYTES);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.out.toByteArray());
    }

    private void varint(long value) {
      long left = value;
      while (left >= MORE) {
        out.write((int) (left | MORE));
        left >>>= BITS;
      }
      out.write((int) left);
    }
  }

  /// An operator's setting: a whole number, several, or a text.
  record Setting(String name, Object value) {
    private Message message() {
      Message message = new Message().text(1, name);
      switch (value) {
        case Integer number -> message.number(3, number).number(20, ATTRIBUTE_INT);
        case String text -> message.text(4, text).number(20, ATTRIBUTE_STRING);
        case int[] numbers -> {
          for (int number : numbers) {
            message.number(8, number);
          }
          message.number(20, ATTRIBUTE_INTS);
        }
        default -> throw new IllegalArgumentException(name);
      }
      return message;
    }
  }

  /// Adds an operator; answers the name of what comes out of it.
  String add(String operator, List<String> inputs, Setting... settings) {
    String output = "t" + nodes.size();
    node(operator, inputs, output, settings);
    return output;
  }

  private void node(String operator, List<String> inputs, String output, Setting... settings) {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, output).text(3, operator + nodes.size()).text(4, operator);
    for (Setting setting : settings) {
      node.message(5, setting.message());
    }
    nodes.add(node);
  }

  /// Adds figures; answers their name.
  String constant(float[] values, int... shape) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    String name = "c" + constants.size();
    Message tensor = new Message();
    for (int length : shape) {
      tensor.number(1, length);
    }
    constants.add(tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array()));
    return name;
  }

  /// Makes a value an output of the whole under this name.
  void output(String value, String name, int... shape) {
    node("Identity", List.of(value), name);
    outputs.add(described(name, shape));
  }

  private static Message described(String name, int... shape) {
    Message dimensions = new Message();
    for (int length : shape) {
      dimensions.message(1, new Message().number(1, length));
    }
    Message tensor = new Message().number(1, FLOAT).message(2, dimensions);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /// The file's bytes.
  byte[] model(String input, int... shape) {
    Message graph = new Message();
    nodes.forEach(node -> graph.message(1, node));
    graph.text(2, "likeness");
    constants.forEach(constant -> graph.message(5, constant));
    graph.message(11, described(input, shape));
    outputs.forEach(output -> graph.message(12, output));
    return new Message()
        .number(1, IR_VERSION)
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, OPSET))
        .out
        .toByteArray();
  }
}
