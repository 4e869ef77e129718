package app.likeness.catalog.dynamodb;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item of a table: attributes by name, those of an existing deployment by its older names too.
record Item(Map<String, AttributeValue> attributes) {
  /// How some deployments spelled what is written in camelCase now.
  private static final Map<String, String> OLD =
      Map.of(
          "photoBucket", "photo_bucket",
          "photoKey", "photo_key",
          "thumbKey", "thumb_key",
          "boundingBox", "boundingbox");

  boolean has(String name) {
    return value(name) != null;
  }

  private @Nullable AttributeValue value(String name) {
    AttributeValue value = attributes.get(name);
    String old = OLD.get(name);
    return value == null && old != null ? attributes.get(old) : value;
  }

  /// A text or a number as text, `null` when there is none.
  @Nullable String raw(String name) {
    AttributeValue value = value(name);
    if (value == null) {
      return null;
    }
    return value.s() != null ? value.s() : value.n();
  }

  String text(String name, String otherwise) {
    String text = raw(name);
    return text == null ? otherwise : text;
  }

  long number(String name) {
    return (long) real(name);
  }

  /// 0 when there is none; older deployments wrote some numbers as texts.
  double real(String name) {
    String text = raw(name);
    try {
      return text == null ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  boolean flag(String name) {
    AttributeValue value = value(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  byte[] bytes(String name) {
    AttributeValue value = value(name);
    return value == null || value.b() == null ? new byte[0] : value.b().asByteArrayUnsafe();
  }

  Set<String> texts(String name) {
    AttributeValue value = value(name);
    return value == null ? Set.of() : Set.copyOf(value.ss());
  }

  List<Item> items(String name) {
    AttributeValue value = value(name);
    return value == null ? List.of() : value.l().stream().map(each -> new Item(each.m())).toList();
  }

  /// An item within this one, empty when there is none.
  Item item(String name) {
    AttributeValue value = value(name);
    return new Item(value == null ? Map.of() : value.m());
  }

  static Change empty() {
    return new Change(Map.of());
  }

  /// A copy to be changed; what is not set stays, even what we know nothing of.
  Change change() {
    return new Change(attributes);
  }

  /// An item in the making; `null`, empty texts and empty sets take an attribute away.
  static final class Change {
    private final Map<String, AttributeValue> attributes;

    private Change(Map<String, AttributeValue> attributes) {
      this.attributes = new LinkedHashMap<>(attributes);
    }

    Change text(String name, @Nullable Object value) {
      String text = value == null ? "" : value.toString();
      return set(name, text.isEmpty() ? null : AttributeValue.fromS(text));
    }

    Change number(String name, long value) {
      return set(name, AttributeValue.fromN(Long.toString(value)));
    }

    Change real(String name, @Nullable Double value) {
      return set(name, value == null ? null : AttributeValue.fromN(value.toString()));
    }

    Change flag(String name, boolean value) {
      return set(name, value ? AttributeValue.fromBool(true) : null);
    }

    Change bytes(String name, byte[] value) {
      return set(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
    }

    Change texts(String name, Set<String> values) {
      List<String> sorted = List.copyOf(new TreeSet<>(values));
      return set(name, sorted.isEmpty() ? null : AttributeValue.fromSs(sorted));
    }

    Change items(String name, List<Item> values) {
      return set(
          name,
          AttributeValue.fromL(
              values.stream().map(item -> AttributeValue.fromM(item.attributes)).toList()));
    }

    Change item(String name, Item value) {
      return set(name, AttributeValue.fromM(value.attributes));
    }

    Change without(String name) {
      return set(name, null);
    }

    private Change set(String name, @Nullable AttributeValue value) {
      String old = OLD.get(name);
      if (old != null) {
        attributes.remove(old);
      }
      if (value == null) {
        attributes.remove(name);
      } else {
        attributes.put(name, value);
      }
      return this;
    }

    Item done() {
      return new Item(Map.copyOf(new HashMap<>(attributes)));
    }
  }
}
