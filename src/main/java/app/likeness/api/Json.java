package app.likeness.api;

import app.likeness.catalog.Changes;
import app.likeness.gallery.Begun;
import app.likeness.model.Decision;
import app.likeness.model.FaceId;
import app.likeness.model.Location;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.storage.UploadTicket;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Writes and reads records as JSON: ids as text, times as ISO 8601, one of several kinds by `kind`.
///
/// Every field is always written, a missing one is never guessed, and one too many is passed over,
/// so that older and newer programs understand each other.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              included -> included.withValueInclusion(JsonInclude.Include.ALWAYS))
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .addModule(ids())
          .addMixIn(Decision.class, Decisions.class)
          .addMixIn(UploadTicket.class, Tickets.class)
          .addMixIn(Begun.class, Begins.class)
          .addMixIn(Changes.class, NotEmpty.class)
          .build();

  private Json() {}

  /// One line, without a line end.
  public static String line(Object form) {
    return MAPPER.writeValueAsString(form);
  }

  static byte[] bytes(Object form) {
    return MAPPER.writeValueAsBytes(form);
  }

  /// @throws JacksonException when that is something else
  public static <T> T read(byte[] json, Class<T> form) {
    return MAPPER.readValue(json, form);
  }

  /// Where a body went wrong, without quoting it.
  static String where(JacksonException failure) {
    String path =
        failure instanceof DatabindException bound
            ? bound.getPath().stream()
                .map(step -> String.valueOf(step.getPropertyName()))
                .collect(Collectors.joining("."))
            : "";
    return path.isEmpty() ? "it cannot be read." : "look at " + path + ".";
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Decision.Confirm.class, name = "confirm"),
    @JsonSubTypes.Type(value = Decision.Reject.class, name = "reject"),
    @JsonSubTypes.Type(value = Decision.Same.class, name = "same"),
    @JsonSubTypes.Type(value = Decision.Name.class, name = "name"),
    @JsonSubTypes.Type(value = Decision.Hide.class, name = "hide"),
    @JsonSubTypes.Type(value = Decision.Undo.class, name = "undo")
  })
  private interface Decisions {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = UploadTicket.Put.class, name = "put"),
    @JsonSubTypes.Type(value = UploadTicket.Form.class, name = "form")
  })
  private interface Tickets {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Begun.Send.class, name = "send"),
    @JsonSubTypes.Type(value = Begun.Finish.class, name = "finish"),
    @JsonSubTypes.Type(value = Begun.Present.class, name = "present")
  })
  private interface Begins {}

  @JsonIgnoreProperties("empty")
  private interface NotEmpty {}

  private static SimpleModule ids() {
    SimpleModule module = new SimpleModule();
    text(module, PhotoId.class, PhotoId::new);
    text(module, PersonId.class, PersonId::new);
    text(module, FaceId.class, FaceId::parse);
    module.addSerializer(Location.class, new Withheld());
    return module;
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> reader) {
    module.addSerializer(
        type,
        new StdSerializer<T>(type) {
          @Override
          public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toString());
          }
        });
    module.addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getValueAsString("");
            try {
              return reader.apply(text);
            } catch (IllegalArgumentException e) {
              return type.cast(context.handleWeirdStringValue(type, text, "not an id"));
            }
          }
        });
  }

  /// Where a photo was taken stays with the gallery.
  private static final class Withheld extends StdSerializer<Location> {
    Withheld() {
      super(Location.class);
    }

    @Override
    public void serialize(Location value, JsonGenerator out, SerializationContext context) {
      out.writeNull();
    }
  }
}
