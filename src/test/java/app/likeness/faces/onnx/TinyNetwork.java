package app.likeness.faces.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the smallest of ONNX files by hand, field by field of `onnx.proto`.
final class TinyNetwork {
  private static final int FLOAT = 1;

  private TinyNetwork() {}

  /// `in` [1,3,96,64] → ReduceMean over height and width → `out` [1,3].
  static byte[] meanOfEachChannel() {
    Message axes =
        new Message().text(1, "axes").number(20, 7).number(8, 2).number(8, 3); // AttributeProto INTS
    Message keep = new Message().text(1, "keepdims").number(20, 2).number(3, 0);
    Message node =
        new Message().text(1, "in").text(2, "out").text(4, "ReduceMean").add(5, axes).add(5, keep);
    Message graph =
        new Message()
            .add(1, node)
            .text(2, "means")
            .add(11, value("in", 1, 3, 96, 64))
            .add(12, value("out", 1, 3));
    Message opset = new Message().number(2, 13);
    return new Message().number(1, 7).add(7, graph).add(8, opset).bytes();
  }

  private static Message value(String name, int... dimensions) {
    Message shape = new Message();
    for (int dimension : dimensions) {
      shape.add(1, new Message().number(1, dimension));
    }
    Message tensor = new Message().number(1, FLOAT).add(2, shape);
    return new Message().text(1, name).add(2, new Message().add(1, tensor));
  }

  /// A message of Protocol Buffers.
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, int value) {
      varint(field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      return block(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message add(int field, Message message) {
      return block(field, message.bytes());
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private Message block(int field, byte[] bytes) {
      varint(field << 3 | 2);
      varint(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    private void varint(int value) {
      int rest = value;
      for (; rest >= 128; rest >>>= 7) {
        out.write(rest | 128);
      }
      out.write(rest);
    }
  }
}
