package app.likeness.faces.rekognition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What an import takes of Amazon Rekognition, told before it begins.
///
/// Started anew, the program compares the faces again of those people of whom there are new ones.
///
/// @param dollars for the calls
/// @param dollarsAMonth for keeping the faces
public record CostEstimate(
    long photos,
    long faces,
    Map<PaidCall, Long> calls,
    BigDecimal dollars,
    BigDecimal dollarsAMonth) {
  /// What we take for a photo about people, until the gallery's own mean is known.
  public static final double FACES_A_PHOTO = 1.5;

  private static final int CENTS = 2;

  /// Each photo is looked at once; each face is indexed once, and compared once with faces, once
  /// with people; and joins its person's vector at most once, alone at worst.
  ///
  /// @param facesAPhoto how many faces a photo has in the mean
  public static CostEstimate of(long photos, double facesAPhoto) {
    long faces = Math.round(photos * facesAPhoto);
    Map<PaidCall, Long> calls = new EnumMap<>(PaidCall.class);
    calls.put(PaidCall.DETECT_FACES, photos);
    calls.put(PaidCall.INDEX_FACES, faces);
    calls.put(PaidCall.SEARCH_FACES, faces);
    calls.put(PaidCall.SEARCH_USERS, faces);
    calls.put(PaidCall.ASSOCIATE_FACES, faces);
    long all = calls.values().stream().mapToLong(Long::longValue).sum();
    return new CostEstimate(
        photos,
        faces,
        Map.copyOf(calls),
        money(PaidCall.DOLLARS, all),
        money(PaidCall.DOLLARS_A_MONTH, faces));
  }

  private static BigDecimal money(BigDecimal price, long times) {
    return price.multiply(BigDecimal.valueOf(times)).setScale(CENTS, RoundingMode.UP);
  }

  /// One sentence for whoever is about to import.
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%,d photos with about %,d faces take about %,d calls of Amazon Rekognition, which cost about"
            + " %s US dollars, and %s a month for keeping the faces.",
        photos,
        faces,
        calls.values().stream().mapToLong(Long::longValue).sum(),
        dollars,
        dollarsAMonth);
  }
}
