package app.likeness.faces.rekognition;

import app.likeness.faces.FoundFace;
import app.likeness.model.Box;
import app.likeness.model.Embedding;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceAttributes.Emotion;
import app.likeness.model.FaceAttributes.Sign;
import app.likeness.model.FaceAttributes.Trait;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.AgeRange;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;

/// Reads what DetectFaces says of a face.
final class Details {
  private static final double PERCENT = 100;
  /// Sharpness of 0..100 becomes the quality of [app.likeness.model.Face], where 3 is good.
  private static final float SHARPNESS_A_POINT = 20;

  private Details() {}

  static FoundFace read(FaceDetail detail, String model) {
    float sharpness =
        Optional.ofNullable(detail.quality()).map(quality -> quality.sharpness()).orElse(0f);
    return new FoundFace(
        box(detail.boundingBox()),
        share(detail.confidence()),
        Embedding.elsewhere(model, sharpness / SHARPNESS_A_POINT),
        attributes(detail));
  }

  /// The service lets boxes reach beyond the picture.
  private static Box box(BoundingBox box) {
    double left = Math.clamp(box.left(), 0, 1);
    double top = Math.clamp(box.top(), 0, 1);
    return new Box(
        left,
        top,
        Math.clamp((double) box.left() + box.width(), 0, 1) - left,
        Math.clamp((double) box.top() + box.height(), 0, 1) - top);
  }

  private static @Nullable FaceAttributes attributes(FaceDetail detail) {
    AgeRange ages = detail.ageRange();
    if (ages == null) {
      return null;
    }
    return new FaceAttributes(ages.low(), ages.high(), traits(detail), emotions(detail));
  }

  private static Map<Trait, Sign> traits(FaceDetail detail) {
    Map<Trait, Sign> traits = new EnumMap<>(Trait.class);
    if (detail.smile() != null) {
      put(traits, Trait.SMILE, detail.smile().value(), detail.smile().confidence());
    }
    if (detail.sunglasses() != null) {
      put(traits, Trait.SUNGLASSES, detail.sunglasses().value(), detail.sunglasses().confidence());
    }
    if (detail.mustache() != null) {
      put(traits, Trait.MUSTACHE, detail.mustache().value(), detail.mustache().confidence());
    }
    if (detail.eyesOpen() != null) {
      put(traits, Trait.EYES_OPEN, detail.eyesOpen().value(), detail.eyesOpen().confidence());
    }
    if (detail.mouthOpen() != null) {
      put(traits, Trait.MOUTH_OPEN, detail.mouthOpen().value(), detail.mouthOpen().confidence());
    }
    return traits;
  }

  private static void put(
      Map<Trait, Sign> traits, Trait trait, Boolean value, Float confidence) {
    traits.put(trait, new Sign(value, share(confidence)));
  }

  private static Map<Emotion, Double> emotions(FaceDetail detail) {
    Map<Emotion, Double> emotions = new EnumMap<>(Emotion.class);
    for (var each : detail.emotions()) {
      for (Emotion emotion : Emotion.values()) {
        if (emotion.name().equals(each.typeAsString())) {
          emotions.put(emotion, share(each.confidence()));
        }
      }
    }
    return emotions;
  }

  private static double share(float percent) {
    return Math.clamp(percent / PERCENT, 0, 1);
  }
}
