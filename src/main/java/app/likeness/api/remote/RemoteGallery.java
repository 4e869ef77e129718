package app.likeness.api.remote;

import app.likeness.catalog.Changes;
import app.likeness.catalog.Totals;
import app.likeness.gallery.Charts;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.People;
import app.likeness.gallery.Photos;
import app.likeness.gallery.Uploads;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A gallery behind its HTTP API; needs nothing but its address and a token.
public final class RemoteGallery implements Gallery {
  private final Remote remote;
  private final Uploads uploads;
  private final Photos photos;
  private final People people;

  /// @param root of the API, like `https://photos.example`
  /// @param token what `likeness token create` printed there
  public RemoteGallery(URI root, String token) {
    this(new Account(root, token));
  }

  public RemoteGallery(Account account) {
    remote = new Remote(account);
    uploads = new RemoteUploads(remote);
    photos = new RemotePhotos(remote);
    people = new RemotePeople(remote);
  }

  @Override
  public Uploads uploads() {
    return uploads;
  }

  @Override
  public Photos photos() {
    return photos;
  }

  @Override
  public People people() {
    return people;
  }

  @Override
  public Charts charts() {
    return new RemoteCharts(remote);
  }

  @Override
  public Changes changes(@Nullable String cursor) {
    return remote.get("/v1/changes?" + Remote.parameter("cursor", cursor), Changes.class);
  }

  @Override
  public Totals totals() {
    return remote.get("/v1/totals", Totals.class);
  }

  @Override
  public void close() {
    remote.close();
  }
}
