package app.likeness.gallery;

import app.likeness.catalog.Changes;
import app.likeness.catalog.Totals;
import app.likeness.faces.FaceIndex;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The gallery on this machine or in the cloud: the use cases, composed of three ports.
public final class GalleryService implements Gallery {
  private final Parts parts;
  private final Workers workers;
  private final Recognition recognition;
  private final Leftovers leftovers;
  private final UploadService uploads;
  private final Photos photos;
  private final People people;

  /// @param faces opens the face index; called once, when a face is first looked for
  /// @param workers closed with this gallery
  public GalleryService(Parts parts, Supplier<FaceIndex> faces, Workers workers) {
    this.parts = parts;
    this.workers = workers;
    recognition = new Recognition(parts.catalog(), faces);
    Ledger ledger = new Ledger(parts.catalog());
    Assignment assignment = new Assignment(parts.catalog(), recognition, ledger);
    Erasure erasure = new Erasure(parts, recognition, ledger);
    Finisher finisher = new Finisher(parts, recognition, assignment, workers);
    leftovers = new Leftovers(parts, erasure, finisher, workers);
    Regroup regroup = new Regroup(parts.catalog(), recognition, ledger, assignment);
    Rescan rescan = new Rescan(parts, recognition, workers, assignment, ledger);
    Names names = new Names(parts);
    Intake intake = new Intake(parts, erasure, finisher, names);
    uploads = new UploadService(parts, intake, names, leftovers, regroup, workers);
    photos = new PhotoService(parts, erasure);
    Machine machine = new Machine(recognition, assignment, regroup, rescan, workers);
    people = new PeopleService(parts.catalog(), ledger, machine);
  }

  /// Takes over from a run that was killed.
  ///
  /// Only for a process that alone writes to the gallery.
  public void takeOver() {
    leftovers.takeOver();
    uploads.takeOver();
    if (recognition.remote() && recognition.on()) {
      workers.behind(new Orphans(parts.catalog(), recognition)::sweep);
    }
  }

  /// Completes, behind, the deletions that a run that was killed has left; harmless beside others.
  public void tidy() {
    leftovers.tidy();
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
    return new ChartService(parts.catalog());
  }

  @Override
  public Changes changes(@Nullable String cursor) {
    return parts.catalog().changes(cursor);
  }

  @Override
  public Totals totals() {
    return parts.catalog().totals();
  }

  /// Ends what runs in the background; the ports stay open, for whoever opened them closes them.
  @Override
  public void close() {
    workers.close();
    recognition.close();
  }
}
