package app.likeness.app;

import app.likeness.cli.Where;
import app.likeness.gallery.Backend;
import app.likeness.gallery.CloudSettings;
import app.likeness.gallery.Switchboard;
import app.likeness.gallery.Workspace;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The gallery that the user chose, which may be another one when it is opened again.
final class ChosenWorkspace implements Workspace, Switchboard {
  private final Backends backends;
  private final Where.Folder home;
  private volatile Where where;

  /// @param home the gallery on this computer
  ChosenWorkspace(Backends backends, Where.Folder home, Where where) {
    this.backends = backends;
    this.home = home;
    this.where = where;
  }

  @Override
  public Session open() {
    return backends.plain(where).open();
  }

  @Override
  public Opened read() {
    return backends.plain(where).read();
  }

  @Override
  public Opened write() {
    return backends.plain(where).write();
  }

  @Override
  public Site site() {
    return switch (where) {
      case Where.Server(URI root, _) ->
          new Site(Site.Kind.REMOTE, Optional.ofNullable(root.getHost()).orElse(""));
      case Where.Cloud _ -> new Site(Site.Kind.CLOUD, "");
      case Where.Folder _, Where.Usual _ -> new Site(Site.Kind.EMBEDDED, "");
    };
  }

  @Override
  public Optional<Switchboard> switchboard() {
    return Optional.of(this);
  }

  @Override
  public Known known() {
    return backends.known(where);
  }

  @Override
  public List<String> test(Backend backend) {
    return backends.test(backend);
  }

  @Override
  public List<String> create(CloudSettings settings) {
    return backends.create(where, settings);
  }

  @Override
  public void change(Backend backend) {
    Where next = backends.noted(where, backend);
    where = next instanceof Where.Usual ? home : next;
    backends.usual().write(next);
  }
}
