package app.likeness.api;

import app.likeness.model.Face;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceAttributes.Emotion;
import app.likeness.model.FaceAttributes.Sign;
import app.likeness.model.FaceAttributes.Trait;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `POST /detect`: what the faces of a photo look like, spelt as Rekognition's DetectFaces does.
public record Detections(@JsonProperty("FaceDetails") List<FaceDetail> faces) {
  private static final double PERCENT = 100;

  /// A face; what nobody looked for is `null`.
  public record FaceDetail(
      @JsonProperty("FaceId") String faceId,
      @JsonProperty("BoundingBox") Forms.BoxForm box,
      @JsonProperty("Confidence") double confidence,
      @JsonProperty("AgeRange") @Nullable AgeRange ages,
      @JsonProperty("Smile") @Nullable SignForm smile,
      @JsonProperty("Sunglasses") @Nullable SignForm sunglasses,
      @JsonProperty("Mustache") @Nullable SignForm mustache,
      @JsonProperty("EyesOpen") @Nullable SignForm eyesOpen,
      @JsonProperty("MouthOpen") @Nullable SignForm mouthOpen,
      @JsonProperty("Emotions") List<EmotionForm> emotions) {
    static FaceDetail of(Face face, @Nullable FaceAttributes looks) {
      Map<Trait, Sign> traits = looks == null ? Map.of() : looks.traits();
      return new FaceDetail(
          face.id().toString(),
          Forms.BoxForm.of(face),
          face.score() * PERCENT,
          looks == null ? null : new AgeRange(looks.ageLow(), looks.ageHigh()),
          SignForm.of(traits.get(Trait.SMILE)),
          SignForm.of(traits.get(Trait.SUNGLASSES)),
          SignForm.of(traits.get(Trait.MUSTACHE)),
          SignForm.of(traits.get(Trait.EYES_OPEN)),
          SignForm.of(traits.get(Trait.MOUTH_OPEN)),
          looks == null ? List.of() : emotions(looks.emotions()));
    }

    private static List<EmotionForm> emotions(Map<Emotion, Double> emotions) {
      return emotions.entrySet().stream()
          .map(each -> new EmotionForm(each.getKey().name(), each.getValue() * PERCENT))
          .sorted(Comparator.comparingDouble(EmotionForm::confidence).reversed())
          .toList();
    }
  }

  /// In years.
  public record AgeRange(@JsonProperty("Low") int low, @JsonProperty("High") int high) {}

  /// @param confidence 0..100
  public record EmotionForm(
      @JsonProperty("Type") String type, @JsonProperty("Confidence") double confidence) {}

  /// @param confidence 0..100
  public record SignForm(
      @JsonProperty("Value") boolean value, @JsonProperty("Confidence") double confidence) {
    static @Nullable SignForm of(@Nullable Sign sign) {
      return sign == null ? null : new SignForm(sign.value(), sign.confidence() * PERCENT);
    }
  }
}
