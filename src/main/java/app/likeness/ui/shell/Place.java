package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The pages that the sidebar leads to.
enum Place {
  PHOTOS("place.photos"),
  PEOPLE("place.people"),
  IMPORTS("place.imports"),
  SETTINGS("place.settings");

  private final String key;

  Place(String key) {
    this.key = key;
  }

  String title() {
    return text(key);
  }

  Ikon sign() {
    return switch (this) {
      case PHOTOS -> MaterialDesignI.IMAGE_MULTIPLE_OUTLINE;
      case PEOPLE -> MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE;
      case IMPORTS -> MaterialDesignT.TRAY_ARROW_DOWN;
      case SETTINGS -> MaterialDesignC.COG_OUTLINE;
    };
  }
}
