package app.likeness.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What a face looks like, as far as a machine can tell.
///
/// @param ageLow the least age in years that it may have
/// @param ageHigh the most
/// @param traits those that the machine looks for; others are left out
/// @param emotions how sure the machine is of each, 0..1; those it does not look for are left out
public record FaceAttributes(
    int ageLow, int ageHigh, Map<Trait, Sign> traits, Map<Emotion, Double> emotions) {
  /// Where each but the last of the six groups of ages ends: 19, 39, 49, 69 and 89 years.
  private static final List<Integer> LAST_AGES = List.of(19, 39, 49, 69, 89);

  private static final String AGES = "age";
  private static final String RANGE = "-";
  private static final String YES = "yes:";
  private static final String NO = "no:";

  /// Groups of ages, in years: 0-19, 20-39, 40-49, 50-69, 70-89, 90 and more.
  public static final int AGE_GROUPS = 6;

  /// What a face shows or does not.
  public enum Trait {
    SMILE,
    SUNGLASSES,
    MUSTACHE,
    EYES_OPEN,
    MOUTH_OPEN
  }

  /// What a face may express.
  public enum Emotion {
    CALM,
    HAPPY,
    SAD,
    ANGRY,
    FEAR,
    DISGUSTED,
    SURPRISED,
    CONFUSED
  }

  /// Whether a face shows something, and how sure the machine is of that, 0..1.
  public record Sign(boolean value, double confidence) {}

  public FaceAttributes {
    traits = Map.copyOf(traits);
    emotions = Map.copyOf(emotions);
  }

  /// Which of the [#AGE_GROUPS] the middle of its ages is in, from 0.
  public int ageGroup() {
    int middle = (ageLow + ageHigh) / 2;
    return (int) LAST_AGES.stream().filter(last -> middle > last).count();
  }

  /// Whether it smiles; false also where nobody looked.
  public boolean smiles() {
    Sign smile = traits.get(Trait.SMILE);
    return smile != null && smile.value();
  }

  /// One line for catalogues, like `age=23-31 smile=yes:0.9730 happy=0.9510`.
  public String toText() {
    List<String> words = new ArrayList<>();
    words.add(AGES + "=" + ageLow + RANGE + ageHigh);
    new TreeMap<>(traits)
        .forEach((trait, sign) -> words.add(
            name(trait) + "=" + (sign.value() ? YES : NO) + share(sign.confidence())));
    new TreeMap<>(emotions)
        .forEach((emotion, sure) -> words.add(name(emotion) + "=" + share(sure)));
    return String.join(" ", words);
  }

  /// Reads the form that [#toText] writes; words that it does not know are passed over.
  ///
  /// @throws IllegalArgumentException when it is none
  public static FaceAttributes parse(String text) {
    Map<String, String> words = new HashMap<>();
    for (String word : text.split(" ", -1)) {
      int at = word.indexOf('=');
      words.put(word.substring(0, Math.max(at, 0)), word.substring(at + 1));
    }
    String ages = words.getOrDefault(AGES, "");
    int dash = ages.indexOf(RANGE);
    if (dash < 1) {
      throw new IllegalArgumentException("Not what a face looks like: " + text);
    }
    return new FaceAttributes(
        Integer.parseInt(ages.substring(0, dash)),
        Integer.parseInt(ages.substring(dash + 1)),
        read(Trait.values(), words, FaceAttributes::sign),
        read(Emotion.values(), words, Double::valueOf));
  }

  private static <K extends Enum<K>, V> Map<K, V> read(
      K[] kinds, Map<String, String> words, Function<String, V> reader) {
    Map<K, V> read = new HashMap<>();
    for (K kind : kinds) {
      String word = words.get(name(kind));
      if (word != null) {
        read.put(kind, reader.apply(word));
      }
    }
    return read;
  }

  private static Sign sign(String text) {
    return new Sign(
        text.startsWith(YES), Double.parseDouble(text.substring(text.indexOf(':') + 1)));
  }

  private static String name(Enum<?> thing) {
    return thing.name().toLowerCase(Locale.ROOT);
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }
}
