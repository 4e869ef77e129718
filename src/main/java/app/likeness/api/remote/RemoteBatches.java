package app.likeness.api.remote;

import app.likeness.api.Wire;
import app.likeness.gallery.Batch;
import app.likeness.gallery.Batches;
import app.likeness.gallery.StartRule;
import app.likeness.model.PhotoId;
import java.util.Collection;
import java.util.List;

/// The batches of a gallery elsewhere.
final class RemoteBatches implements Batches {
  private static final String BATCHES = "/v1/batches";

  private final Remote remote;

  RemoteBatches(Remote remote) {
    this.remote = remote;
  }

  @Override
  public Batch open(Collection<PhotoId> photos, StartRule rule) {
    return remote.post(BATCHES, new Wire.NewBatch(List.copyOf(photos), rule), Batch.class);
  }

  @Override
  public Batch find(String id) {
    return remote.get(path(id), Batch.class);
  }

  @Override
  public Batch rule(String id, StartRule rule) {
    return remote.ask("PUT", path(id), new Wire.Rule(rule), Batch.class);
  }

  private static String path(String id) {
    return BATCHES + "/" + Remote.encoded(id);
  }
}
