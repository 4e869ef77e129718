package app.likeness.testing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/// Draws landscapes with people who do not exist: for pictures of the window, and for its tests.
final class Drawings {
  private static final int[] SKIN = {0xf6d7c0, 0xe8b996, 0xc98e64, 0x9a643f, 0x6b4226, 0xf1c9a5};
  private static final int[] HAIR = {0x2b1d14, 0x5a3a22, 0x8a5a2b, 0xd8b26a, 0x9c9c9c, 0xa33b20};
  private static final int[] SHIRT = {0x2f6f8f, 0xb5473c, 0x3f7d4e, 0x7a4f9a, 0xd19a2e, 0x40506b};
  private static final int[] SKY = {0x8ec5e8, 0xf3c08b, 0xa9b8d6, 0xd9e7ee, 0x6d8fc7};
  private static final int[] HILL = {0x5d8a57, 0x8a7a4d, 0x46706b, 0x9a8f86, 0x6b7f3f};

  private Drawings() {}

  /// A landscape in front of which these people stand, side by side.
  ///
  /// @param people numbers that tell how each looks, always the same
  static BufferedImage photo(long scene, int width, int height, List<Integer> people) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(image);
    landscape(g, new Random(scene), width, height);
    for (int i = 0; i < people.size(); i++) {
      Rectangle2D face = face(i, people.size(), width, height);
      person(g, people.get(i), face);
    }
    g.dispose();
    return image;
  }

  /// Where the i-th of some faces is on a photo.
  static Rectangle2D face(int i, int all, int width, int height) {
    double size = Math.min(height * 0.36, width * 0.7 / Math.max(all, 2));
    double x = width * (i + 1.0) / (all + 1) - size / 2;
    double y = height * (0.34 + 0.06 * (i % 2));
    return new Rectangle2D.Double(x, y, size, size * 1.2);
  }

  static byte[] jpeg(BufferedImage image) {
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Scales so that the long side is at most this.
  static BufferedImage scaled(BufferedImage image, int longSide) {
    double by = Math.min(1, (double) longSide / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) (image.getWidth() * by));
    int height = Math.max(1, (int) (image.getHeight() * by));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(small);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return small;
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    return g;
  }

  private static void landscape(Graphics2D g, Random random, int width, int height) {
    Color sky = new Color(SKY[random.nextInt(SKY.length)]);
    g.setPaint(new GradientPaint(0, 0, sky, 0, height * 0.7f, new Color(0xfbf6ec)));
    g.fillRect(0, 0, width, height);
    double sun = height * (0.08 + random.nextDouble() * 0.08);
    g.setColor(new Color(0xfff3d0));
    g.fill(new Ellipse2D.Double(random.nextDouble() * width, height * 0.12, sun, sun));
    for (int layer = 0; layer < 3; layer++) {
      Color hill = new Color(HILL[random.nextInt(HILL.length)]);
      double base = height * (0.5 + 0.15 * layer);
      Path2D ridge = new Path2D.Double();
      ridge.moveTo(0, height);
      double phase = random.nextDouble() * 6;
      for (int x = 0; x <= width; x += 8) {
        double wave = Math.sin(phase + x * 5.0 / width) + 0.5 * Math.sin(phase * 2 + x * 11.0 / width);
        ridge.lineTo(x, base - wave * height * 0.08 / (layer + 1));
      }
      ridge.lineTo(width, height);
      ridge.closePath();
      g.setColor(blend(hill, sky, 0.5 - 0.2 * layer));
      g.fill(ridge);
    }
  }

  private static Color blend(Color a, Color b, double share) {
    return new Color(
        (int) (a.getRed() * (1 - share) + b.getRed() * share),
        (int) (a.getGreen() * (1 - share) + b.getGreen() * share),
        (int) (a.getBlue() * (1 - share) + b.getBlue() * share));
  }

  private static void person(Graphics2D g, int who, Rectangle2D at) {
    Random looks = new Random(who * 7919L + 13);
    Color skin = new Color(SKIN[looks.nextInt(SKIN.length)]);
    Color hair = new Color(HAIR[looks.nextInt(HAIR.length)]);
    Color shirt = new Color(SHIRT[looks.nextInt(SHIRT.length)]);
    boolean longHair = looks.nextBoolean();
    double x = at.getX();
    double y = at.getY();
    double w = at.getWidth();
    double h = at.getHeight();
    g.setColor(hair);
    if (longHair) {
      g.fill(new RoundRectangle2D.Double(x - w * 0.1, y - h * 0.08, w * 1.2, h * 1.25, w, w));
    }
    g.setColor(shirt);
    g.fill(new RoundRectangle2D.Double(x - w * 0.45, y + h * 1.02, w * 1.9, h * 3, w * 0.9, w * 0.9));
    g.setColor(skin.darker());
    g.fill(new Rectangle2D.Double(x + w * 0.32, y + h * 0.8, w * 0.36, h * 0.32));
    g.setColor(skin);
    g.fill(new Ellipse2D.Double(x, y, w, h));
    g.setColor(hair);
    g.fill(new Arc2D.Double(x - w * 0.04, y - h * 0.1, w * 1.08, h * 0.75, 8, 164, Arc2D.CHORD));
    features(g, looks, x, y, w, h);
  }

  private static void features(Graphics2D g, Random looks, double x, double y, double w, double h) {
    for (double side : new double[] {0.3, 0.7}) {
      g.setColor(Color.WHITE);
      g.fill(new Ellipse2D.Double(x + w * (side - 0.09), y + h * 0.44, w * 0.18, h * 0.09));
      g.setColor(new Color(0x33261c));
      g.fill(new Ellipse2D.Double(x + w * (side - 0.04), y + h * 0.44, w * 0.08, h * 0.09));
    }
    g.setStroke(new BasicStroke((float) (w * 0.025), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(new Color(0x7a3b32));
    double smile = 0.1 + looks.nextDouble() * 0.12;
    g.draw(new Arc2D.Double(x + w * 0.32, y + h * 0.62, w * 0.36, h * smile, 200, 140, Arc2D.OPEN));
    g.setColor(new Color(0, 0, 0, 60));
    g.draw(new Arc2D.Double(x + w * 0.45, y + h * 0.48, w * 0.1, h * 0.14, 200, 140, Arc2D.OPEN));
    if (looks.nextInt(3) == 0) {
      g.setColor(new Color(0x222222));
      for (double side : new double[] {0.3, 0.7}) {
        g.draw(new Ellipse2D.Double(x + w * (side - 0.14), y + h * 0.4, w * 0.28, h * 0.17));
      }
    }
  }
}
