package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceId;
import app.likeness.model.PhotoId;
import java.util.List;
import java.util.Map;

/// What the faces look like, as the catalogue keeps it.
record ChartService(Catalog catalog) implements Charts {
  @Override
  public List<Integer> ages() {
    return catalog.looks().ages();
  }

  @Override
  public List<Integer> smiles() {
    return catalog.looks().smiles();
  }

  @Override
  public Map<FaceId, FaceAttributes> attributes(PhotoId photo) {
    return catalog.faces().attributes(photo);
  }
}
