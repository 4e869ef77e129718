package app.likeness.api;

import java.util.Set;

/// What whoever runs the API may choose.
///
/// @param origins of web pages that may call it, like `https://photos.example`; none by default
/// @param perSecond requests that one token may make in the long run
/// @param burst requests that it may make at once
public record ApiSettings(Set<String> origins, int perSecond, int burst) {
  /// A window that scrolls through people asks a few times a second, and in bursts.
  public static final ApiSettings USUAL = new ApiSettings(Set.of(), 100, 400);

  public ApiSettings {
    origins = Set.copyOf(origins);
  }
}
