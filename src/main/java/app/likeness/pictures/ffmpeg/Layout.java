package app.likeness.pictures.ffmpeg;

import app.likeness.model.GalleryException;
import app.likeness.pictures.ColorProfile;
import app.likeness.pictures.Orientation;
import app.likeness.pictures.Unreadable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The primary picture of a HEIF file: one coded picture, or equal ones that make a grid.
///
/// ISO/IEC 23008-12, 6.5 and 6.6.2.3.
///
/// @param width of the stored picture in pixels
/// @param height of the stored picture in pixels
/// @param coding how the tiles are coded: `hvc1` or `av01`
/// @param config the coder's own settings, as HEIF keeps them
/// @param colors how the numbers become colours
record Layout(
    int width,
    int height,
    List<Tile> tiles,
    String coding,
    ByteBuffer config,
    Orientation orientation,
    Colors colors) {

  /// Where a coded picture belongs, in pixels from the upper left.
  record Tile(int item, int left, int top) {}

  /// By the numbers of ITU-T H.273; 2 where the file does not say.
  record Colors(int matrix, boolean fullRange, @Nullable ColorProfile profile) {
    static final int UNSAID = 2;
  }

  private record Size(int width, int height) {}

  static Layout of(Items items) {
    try {
      return read(items, items.primary());
    } catch (GalleryException e) {
      throw e;
    } catch (RuntimeException _) {
      throw Unreadable.damaged();
    }
  }

  private static Layout read(Items items, int item) {
    String type = items.type(item);
    int first = type.equals("grid") ? items.parts(item).getFirst() : item;
    String coding = items.type(first);
    String config =
        switch (coding) {
          case "hvc1" -> "hvcC";
          case "av01" -> "av1C";
          default -> throw Unreadable.notYet("a picture coded in a rare way");
        };
    List<Tile> tiles = List.of(new Tile(item, 0, 0));
    Size size = size(items, item);
    if (type.equals("grid")) {
      ByteBuffer grid = ByteBuffer.wrap(items.bytes(item).orElseThrow(Unreadable::truncated));
      tiles = grid(items.parts(item), grid, size(items, first));
      size = gridSize(grid);
    }
    return new Layout(
        size.width,
        size.height,
        tiles,
        coding,
        items.property(first, config).orElseThrow().body(),
        orientation(items.properties(item)),
        colors(items, item).or(() -> colors(items, first)).orElse(unsaid()));
  }

  private static List<Tile> grid(List<Integer> parts, ByteBuffer grid, Size each) {
    int rows = (grid.get(2) & 0xFF) + 1;
    int columns = (grid.get(3) & 0xFF) + 1;
    Size whole = gridSize(grid);
    if ((long) columns * each.width < whole.width || (long) rows * each.height < whole.height) {
      throw Unreadable.damaged();
    }
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < rows * columns; i++) {
      tiles.add(new Tile(parts.get(i), i % columns * each.width, i / columns * each.height));
    }
    return tiles;
  }

  private static Size gridSize(ByteBuffer grid) {
    boolean wide = (grid.get(1) & 1) != 0;
    return checked(
        wide ? grid.getInt(4) : grid.getShort(4) & 0xFFFF,
        wide ? grid.getInt(8) : grid.getShort(6) & 0xFFFF);
  }

  private static Size size(Items items, int item) {
    ByteBuffer ispe = items.property(item, "ispe").orElseThrow().body();
    return items
        .property(item, "clap")
        .flatMap(clap -> aperture(clap.body(), ispe))
        .orElseGet(() -> checked(ispe.getInt(4), ispe.getInt(8)));
  }

  /// What is left where only the right and the lower edge are cut off, as for odd sizes.
  private static Optional<Size> aperture(ByteBuffer clap, ByteBuffer ispe) {
    int width = clap.getInt(0) / clap.getInt(4);
    int height = clap.getInt(8) / clap.getInt(12);
    double left = (ispe.getInt(4) - width) / 2.0 + (double) clap.getInt(16) / clap.getInt(20);
    double top = (ispe.getInt(8) - height) / 2.0 + (double) clap.getInt(24) / clap.getInt(28);
    return Math.abs(left) < 1 && Math.abs(top) < 1
        ? Optional.of(checked(width, height))
        : Optional.empty();
  }

  private static Size checked(int width, int height) {
    if (width < 1 || height < 1) {
      throw Unreadable.damaged();
    }
    return new Size(width, height);
  }

  private static Orientation orientation(List<Box> properties) {
    Orientation orientation = Orientation.NORMAL;
    for (Box property : properties) {
      if (property.type().equals("irot")) {
        for (int i = 0; i < (property.body().get(0) & 3); i++) {
          orientation = orientation.turnedLeft();
        }
      } else if (property.type().equals("imir")) {
        boolean leftToRight = (property.body().get(0) & 1) != 0;
        orientation = leftToRight ? orientation.mirrored() : orientation.flipped();
      }
    }
    return orientation;
  }

  private static Colors unsaid() {
    return new Colors(Colors.UNSAID, false, null);
  }

  /// An item may have two notes on its colours, one an ICC profile and one by numbers.
  private static Optional<Colors> colors(Items items, int item) {
    Colors found = null;
    for (Box box : items.properties(item)) {
      if (box.type().equals("colr")) {
        Colors old = found == null ? unsaid() : found;
        ByteBuffer body = box.body();
        found =
            switch (Box.text(body, 0)) {
              case "nclx" -> numbers(body, old.profile);
              case "prof", "rICC" -> new Colors(old.matrix, old.fullRange, profile(body));
              default -> old;
            };
      }
    }
    return Optional.ofNullable(found);
  }

  private static Colors numbers(ByteBuffer nclx, @Nullable ColorProfile profile) {
    boolean fullRange = (nclx.get(10) & 0x80) != 0;
    ColorProfile named = ColorProfile.ofPrimaries(nclx.getShort(4)).orElse(null);
    return new Colors(nclx.getShort(8), fullRange, profile == null ? named : profile);
  }

  private static @Nullable ColorProfile profile(ByteBuffer colr) {
    byte[] icc = new byte[colr.limit() - 4];
    colr.get(4, icc);
    return ColorProfile.parse(icc).orElse(null);
  }
}
