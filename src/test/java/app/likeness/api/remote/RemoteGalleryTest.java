package app.likeness.api.remote;

import app.likeness.api.ApiSettings;
import app.likeness.api.Binding;
import app.likeness.api.Described;
import app.likeness.api.GalleryApi;
import app.likeness.api.server.ApiServer;
import app.likeness.catalog.sqlite.SqliteTokens;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.GalleryContract;
import app.likeness.gallery.Tokens;
import app.likeness.model.Scope;
import java.nio.file.Path;

class RemoteGalleryTest extends GalleryContract {
  private Tokens tokens;
  private GalleryApi api;
  private ApiServer server;

  @Override
  protected Gallery over(Gallery local, Path folder) {
    tokens = new Tokens(SqliteTokens.open(folder.resolve("tokens.sqlite")));
    api = new GalleryApi(local, tokens, ApiSettings.USUAL);
    server = ApiServer.start(new Described(api), Binding.loopback(0));
    return new RemoteGallery(server.url(), tokens.create(Scope.MANAGE).secret());
  }

  @Override
  protected void close(Gallery tested) {
    tested.close();
    server.close();
    api.close();
    tokens.close();
  }
}
