package app.likeness.ui.controls;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// A picture of an object, cut to fill its area, with rounded corners: a placeholder, then it.
public final class RemoteImage extends Region {
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

  private final Pictures pictures;
  private final int longSide;
  private final double arc;
  private final Rectangle backdrop = new Rectangle();
  private final Rectangle area = new Rectangle();
  private final FontIcon sign = new FontIcon(MaterialDesignI.IMAGE_OFF_OUTLINE);
  private final Tooltip reason = new Tooltip();
  private Pictures.Wish wish = Pictures.Wish.NONE;
  private @Nullable String key;
  private @Nullable Image image;

  /// @param longSide pixels to decode to, 0 for as many as the object has
  /// @param arc diameter of the corners; the width makes a circle
  public RemoteImage(Pictures pictures, int longSide, double arc) {
    this.pictures = pictures;
    this.longSide = longSide;
    this.arc = arc;
    getStyleClass().add("remote-image");
    backdrop.getStyleClass().add("backdrop");
    area.setFill(null);
    sign.setVisible(false);
    getChildren().addAll(backdrop, area, sign);
  }

  /// Shows another object's picture, or tries again to show one that was missing; `null` shows none,
  /// not even a preview.
  public void key(@Nullable String next) {
    if (next != null && next.equals(key) && !sign.isVisible()) {
      return;
    }
    key = next;
    wish.cancel();
    wish = Pictures.Wish.NONE;
    show(null);
    found();
    if (next != null) {
      wish = pictures.load(next, longSide, this::show, this::missing);
    }
  }

  /// Shows another picture of the same thing: what is shown stays until that is here.
  public void sharper(String next) {
    if (image == null) {
      key(next);
    } else if (!next.equals(key)) {
      key = next;
      wish.cancel();
      wish = pictures.load(next, longSide, this::show, _ -> {});
    }
  }

  /// Shows this until [#sharper] has brought the object's own picture.
  public void preview(Image small) {
    if (key == null) {
      show(small);
    }
  }

  private void show(@Nullable Image next) {
    image = next;
    paint();
  }

  private void missing(String why) {
    sign.setVisible(true);
    pseudoClassStateChanged(MISSING, true);
    reason.setText(why);
    Tooltip.install(this, reason);
  }

  private void found() {
    if (sign.isVisible()) {
      sign.setVisible(false);
      pseudoClassStateChanged(MISSING, false);
      Tooltip.uninstall(this, reason);
    }
  }

  private void paint() {
    area.setFill(image == null ? null : covering(image, area.getWidth(), area.getHeight()));
  }

  /// The whole area, the picture's middle, nothing distorted.
  private static ImagePattern covering(Image image, double width, double height) {
    double scale = Math.max(width / image.getWidth(), height / image.getHeight());
    double w = image.getWidth() * scale;
    double h = image.getHeight() * scale;
    return new ImagePattern(image, (width - w) / 2, (height - h) / 2, w, h, false);
  }

  @Override
  protected void layoutChildren() {
    boolean resized = area.getWidth() != getWidth() || area.getHeight() != getHeight();
    size(backdrop);
    size(area);
    if (resized) {
      paint();
    }
    layoutInArea(sign, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
  }

  private void size(Rectangle part) {
    part.setWidth(getWidth());
    part.setHeight(getHeight());
    part.setArcWidth(arc);
    part.setArcHeight(arc);
  }
}
