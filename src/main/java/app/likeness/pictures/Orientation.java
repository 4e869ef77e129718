package app.likeness.pictures;

/// How a stored picture must be turned to stand upright: EXIF 2.32, tag 0x0112, values 1 to 8.
public enum Orientation {
  NORMAL(false, false, false),
  MIRRORED(false, true, false),
  HALF_TURN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  QUARTER_TURN(true, true, false),
  TRANSVERSED(true, true, true),
  THREE_QUARTER_TURN(true, false, true);

  /// Edge of the squares in which pixels are moved, so that both sides stay in the cache.
  private static final int TILE = 32;

  private final boolean swapsSides;
  private final boolean fromRight;
  private final boolean fromBottom;

  /// @param swapsSides whether stored rows become columns
  /// @param fromRight whether the upright picture then runs from right to left
  /// @param fromBottom whether the upright picture then runs from bottom to top
  Orientation(boolean swapsSides, boolean fromRight, boolean fromBottom) {
    this.swapsSides = swapsSides;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /// The orientation of an EXIF value; whatever EXIF does not know is taken as upright.
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= values().length ? values()[value - 1] : NORMAL;
  }

  /// This, and then a quarter turn against the clock.
  public Orientation turnedLeft() {
    return of(!swapsSides, fromBottom, !fromRight);
  }

  /// This, and then left and right exchanged.
  public Orientation mirrored() {
    return of(swapsSides, !fromRight, fromBottom);
  }

  /// This, and then top and bottom exchanged.
  public Orientation flipped() {
    return of(swapsSides, fromRight, !fromBottom);
  }

  /// Whether width and height change places.
  public boolean swapsSides() {
    return swapsSides;
  }

  /// The upright picture; the same object where nothing must be turned.
  public Picture upright(Picture stored) {
    if (this == NORMAL) {
      return stored;
    }
    int width = swapsSides ? stored.height() : stored.width();
    int height = swapsSides ? stored.width() : stored.height();
    int right = fromRight ? -1 : 1;
    int down = fromBottom ? -width : width;
    int start = (fromRight ? width - 1 : 0) + (fromBottom ? (height - 1) * width : 0);
    int[] upright = new int[width * height];
    copy(stored, upright, start, swapsSides ? down : right, swapsSides ? right : down);
    return new Picture(width, height, upright);
  }

  private static Orientation of(boolean swapsSides, boolean fromRight, boolean fromBottom) {
    for (Orientation each : values()) {
      if (each.swapsSides == swapsSides
          && each.fromRight == fromRight
          && each.fromBottom == fromBottom) {
        return each;
      }
    }
    throw new AssertionError("there are eight ways to turn a picture");
  }

  /// @param across how far apart neighbours of a stored row come to lie
  /// @param along how far apart neighbours of a stored column come to lie
  private static void copy(Picture from, int[] to, int start, int across, int along) {
    int[] pixels = from.pixels();
    int width = from.width();
    int height = from.height();
    for (int top = 0; top < height; top += TILE) {
      for (int left = 0; left < width; left += TILE) {
        int right = Math.min(left + TILE, width);
        int bottom = Math.min(top + TILE, height);
        for (int y = top; y < bottom; y++) {
          for (int x = left; x < right; x++) {
            to[start + x * across + y * along] = pixels[y * width + x];
          }
        }
      }
    }
  }
}
