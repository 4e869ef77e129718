package app.likeness.app;

import app.likeness.api.remote.Account;
import app.likeness.api.remote.RemoteGallery;
import app.likeness.catalog.ImportQueue;
import app.likeness.catalog.sqlite.GalleryLock;
import app.likeness.catalog.sqlite.SqliteImportQueue;
import app.likeness.gallery.FileImport;
import app.likeness.gallery.FileReader;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.ImportService;
import app.likeness.gallery.Workers;
import app.likeness.gallery.Workspace;
import app.likeness.storage.Uploader;
import java.nio.file.Path;

/// A gallery behind a server's API; on this machine is only what is on its way there.
final class RemoteWorkspace implements Workspace {
  /// Files under way: some travel while the server looks for the faces of others.
  private static final int AT_ONCE = 8;

  private final Account account;
  private final Path folder;
  private final Codecs codecs;

  /// @param folder for what is on its way to that server
  RemoteWorkspace(Account account, Path folder, Codecs codecs) {
    this.account = account;
    this.folder = folder;
    this.codecs = codecs;
  }

  @Override
  public Session open() {
    return Closing.opened(
        closing -> {
          closing.add(GalleryLock.take(folder));
          ImportQueue queue = closing.add(SqliteImportQueue.open(folder.resolve("imports.sqlite")));
          Gallery gallery = closing.add(new RemoteGallery(account));
          gallery.totals(); // tells now what stands in the way
          Workers workers = closing.add(new Workers());
          Uploader uploader = closing.add(new Uploader());
          FileImport files =
              new FileImport(
                  gallery, codecs.reader(), uploader, workers, FileReader.elsewhere(folder));
          ImportService imports =
              closing.add(new ImportService(gallery, queue, files, AT_ONCE));
          return new Session(gallery, imports, codecs.reader(), closing::close);
        });
  }

  @Override
  public Opened read() {
    Gallery gallery = new RemoteGallery(account);
    return new Opened(gallery, gallery::close);
  }

  /// The server alone writes, for whoever asks.
  @Override
  public Opened write() {
    return read();
  }
}
