package app.likeness.faces.onnx;

import app.likeness.model.Box;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceAttributes.Emotion;
import app.likeness.model.FaceAttributes.Sign;
import app.likeness.model.FaceAttributes.Trait;
import app.likeness.model.GalleryException;
import app.likeness.pictures.Picture;
import app.likeness.pictures.Scaling;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells how old a face looks, what it expresses, and so whether it smiles.
final class Looks implements AutoCloseable {
  /// In the order in which the network says them; its "neutral" is calm.
  private static final List<Emotion> EMOTIONS =
      List.of(
          Emotion.CALM,
          Emotion.HAPPY,
          Emotion.SAD,
          Emotion.ANGRY,
          Emotion.FEAR,
          Emotion.DISGUSTED,
          Emotion.SURPRISED);

  private static final double LIKELY = .5;

  /// How far the network is from the truth in the mean: by its authors' measure 4.5 years over all
  /// ages (the description of face-api.js), and more the older somebody is; so it is a tenth of the
  /// age, and from 3 to 9 years.
  private static final double ERROR = .1;
  private static final double LEAST_ERROR = 3;
  private static final double MOST_ERROR = 9;

  /// By what share of its size the networks' authors widen the box around the landmarks.
  private static final double PADDING = .2;

  private final Net ages;
  private final Net expressions;
  private final LooksManifest models;

  private Looks(Net ages, Net expressions, LooksManifest models) {
    this.ages = ages;
    this.expressions = expressions;
    this.models = models;
  }

  /// Empty where the manifest names no networks for this.
  ///
  /// @throws GalleryException.Unavailable when one of them cannot be used
  static Optional<Looks> load(ModelFiles files) {
    return files
        .looks()
        .map(
            models -> {
              Net ages = new Net(files, models.ages());
              try {
                return new Looks(ages, new Net(files, models.expressions()), models);
              } catch (GalleryException e) {
                ages.close();
                throw e;
              }
            });
  }

  /// @param extent what the face's landmarks span, as shares of the photo
  FaceAttributes of(Picture photo, Box extent) {
    double age = ages.run(seen(photo, extent, ages), 0, 0, models.ages().output())[0][0];
    float[] said =
        expressions.run(
            seen(photo, extent, expressions), 0, 0, models.expressions().output())[0];
    double error = Math.clamp(age * ERROR, LEAST_ERROR, MOST_ERROR);
    Map<Emotion, Double> emotions = new EnumMap<>(Emotion.class);
    for (int i = 0; i < EMOTIONS.size(); i++) {
      emotions.put(EMOTIONS.get(i), (double) said[i]);
    }
    return new FaceAttributes(
        (int) Math.max(0, Math.round(age - error)),
        (int) Math.max(0, Math.round(age + error)),
        Map.of(Trait.SMILE, smile(emotions)),
        emotions);
  }

  private static Sign smile(Map<Emotion, Double> emotions) {
    double happy = emotions.getOrDefault(Emotion.HAPPY, 0.);
    boolean smiles = happy >= LIKELY;
    return new Sign(smiles, smiles ? happy : 1 - happy);
  }

  /// A square around the face, a little larger than its landmarks, as far as the photo reaches.
  private static Picture seen(Picture photo, Box extent, Net net) {
    return Scaling.scale(
        photo, square(photo, extent), net.input().width(), net.input().height());
  }

  private static Box square(Picture photo, Box extent) {
    double side =
        Math.max(extent.width() * photo.width(), extent.height() * photo.height()) * (1 + PADDING);
    double width = side / photo.width();
    double height = side / photo.height();
    return Boxes.clip(
        new Box(
            extent.left() + (extent.width() - width) / 2,
            extent.top() + (extent.height() - height) / 2,
            width,
            height));
  }

  @Override
  public void close() {
    ages.close();
    expressions.close();
  }
}
