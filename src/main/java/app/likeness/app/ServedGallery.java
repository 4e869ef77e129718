package app.likeness.app;

import app.likeness.api.FormUploads;
import app.likeness.api.GalleryApi;
import app.likeness.api.server.ApiServer;
import app.likeness.cli.Wiring;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.Tokens;
import app.likeness.gallery.Workspace;
import app.likeness.storage.cloudinary.Cloudinary;
import app.likeness.storage.cloudinary.CloudinaryAccount;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/// A gallery, open to be written to, and the server of its API.
final class ServedGallery implements Wiring.Served {
  private final ApiServer server;
  private final Closing closing;

  /// @param media where files of forms go, if not into the gallery
  ServedGallery(
      Workspace workspace,
      Supplier<Tokens> tokens,
      Optional<CloudinaryAccount> media,
      Wiring.Serving serving,
      Closing closing) {
    this.closing = closing;
    FormUploads forms =
        media
            .map(account -> closing.add(new Cloudinary(account)))
            .map(service -> new FormUploads(FormUploads.USUAL.most(), service))
            .orElse(FormUploads.USUAL);
    Gallery gallery = closing.add(workspace.write()).gallery();
    Tokens known = closing.add(tokens.get());
    GalleryApi api = closing.add(new GalleryApi(gallery, known, serving.settings(), forms));
    server = closing.add(ApiServer.start(api::handle, serving.binding()));
  }

  @Override
  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    closing.close();
  }
}
