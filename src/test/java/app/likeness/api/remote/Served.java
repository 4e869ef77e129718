package app.likeness.api.remote;

import app.likeness.api.ApiSettings;
import app.likeness.api.Binding;
import app.likeness.api.Described;
import app.likeness.api.GalleryApi;
import app.likeness.api.server.ApiServer;
import app.likeness.catalog.sqlite.SqliteTokens;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.Tokens;
import app.likeness.model.Scope;
import java.nio.file.Path;

/// A gallery behind its HTTP API, on a port of the loopback, each answer held to the description.
final class Served implements AutoCloseable {
  private final Tokens tokens;
  private final String token;
  private final GalleryApi api;
  private final ApiServer server;

  /// @param folder where the tokens are kept
  Served(Gallery local, Path folder) {
    tokens = new Tokens(SqliteTokens.open(folder.resolve("tokens.sqlite")));
    token = tokens.create(Scope.MANAGE).secret();
    api = new GalleryApi(local, tokens, ApiSettings.USUAL);
    server = ApiServer.start(new Described(api), Binding.loopback(0));
  }

  RemoteGallery remote() {
    return new RemoteGallery(server.url(), token);
  }

  String token() {
    return token;
  }

  @Override
  public void close() {
    server.close();
    api.close();
    tokens.close();
  }
}
