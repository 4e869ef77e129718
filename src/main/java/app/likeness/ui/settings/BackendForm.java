package app.likeness.ui.settings;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.Backend;
import app.likeness.gallery.CloudSettings;
import app.likeness.gallery.CloudSettings.Dialect;
import app.likeness.gallery.CloudSettings.Recognition;
import app.likeness.gallery.CloudSettings.Recognizer;
import app.likeness.gallery.CloudSettings.Store;
import app.likeness.gallery.CloudSettings.Tables;
import app.likeness.gallery.Switchboard.Known;
import app.likeness.model.GalleryException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What a user enters about a back end; what the form has no field for stays as it was set before.
public final class BackendForm {
  /// The prefix of `cloud init`.
  private static final String TABLES = "likeness-";

  final StringProperty region = new SimpleStringProperty("");
  final StringProperty profile = new SimpleStringProperty("");
  final StringProperty rawBucket = new SimpleStringProperty("");
  final StringProperty thumbsBucket = new SimpleStringProperty("");
  final StringProperty endpoint = new SimpleStringProperty("");
  final BooleanProperty rekognition = new SimpleBooleanProperty();
  final StringProperty server = new SimpleStringProperty("");
  final StringProperty token = new SimpleStringProperty("");
  private Optional<CloudSettings> before = Optional.empty();

  void fill(Known known) {
    before = known.cloud();
    known.cloud().ifPresent(this::fill);
    known.server().ifPresent(root -> server.set(root.toString()));
  }

  private void fill(CloudSettings settings) {
    Store store = settings.stores().getFirst();
    region.set(settings.region());
    profile.set(Optional.ofNullable(settings.profile()).orElse(""));
    rawBucket.set(store.rawBucket());
    thumbsBucket.set(store.thumbsBucket());
    endpoint.set(Optional.ofNullable(store.endpoint()).map(URI::toString).orElse(""));
    rekognition.set(settings.recognition().by() == Recognizer.REKOGNITION);
  }

  /// @throws GalleryException.Unsupported in one sentence, when something is missing
  CloudSettings cloud() {
    List<Store> stores = new ArrayList<>(before.map(CloudSettings::stores).orElse(List.of()));
    Store first = store(stores.isEmpty() ? null : stores.removeFirst());
    stores.addFirst(first);
    Recognizer by = rekognition.get() ? Recognizer.REKOGNITION : Recognizer.ONNX;
    Recognition faces = before.map(CloudSettings::recognition).orElse(Recognition.of(by));
    return new CloudSettings(
        word(region),
        word(profile).isEmpty() ? null : word(profile),
        stores,
        before.map(CloudSettings::tables).orElseGet(() -> Tables.prefixed(TABLES, null)),
        new Recognition(by, faces.collection(), faces.mostDollars(), faces.endpoint()),
        before.map(CloudSettings::viewSeconds).orElse(CloudSettings.USUAL_VIEW_SECONDS));
  }

  private Store store(@Nullable Store old) {
    URI address = word(endpoint).isEmpty() ? null : address(word(endpoint));
    Dialect usual = address == null ? Dialect.AWS : Dialect.PLAIN;
    Dialect dialect =
        old != null && Objects.equals(old.endpoint(), address) ? old.dialect() : usual;
    String thumbs = word(thumbsBucket).isEmpty() ? word(rawBucket) + "-thumbs" : word(thumbsBucket);
    return new Store(
        word(rawBucket),
        word(region),
        address,
        dialect,
        old == null ? null : old.encryption(),
        word(rawBucket),
        thumbs);
  }

  Backend.Remote remote() {
    return new Backend.Remote(address(word(server)), word(token));
  }

  private static String word(StringProperty field) {
    return Optional.ofNullable(field.get()).orElse("").strip();
  }

  private static URI address(String word) {
    try {
      if (word.matches("(?i)https?://.+")) {
        return new URI(word);
      }
    } catch (URISyntaxException _) {
      // Said below.
    }
    throw new GalleryException.Unsupported(text("backend.address.wrong"), null);
  }
}
