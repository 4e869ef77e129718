package app.likeness.api.remote;

import app.likeness.api.Wire;
import app.likeness.gallery.Charts;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceId;
import app.likeness.model.PhotoId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the faces of a gallery elsewhere look like.
record RemoteCharts(Remote remote) implements Charts {
  @Override
  public List<Integer> ages() {
    return chart("age");
  }

  @Override
  public List<Integer> smiles() {
    return chart("smile");
  }

  private List<Integer> chart(String name) {
    return List.of(remote.post("/charts", name, Integer[].class));
  }

  @Override
  public Map<FaceId, FaceAttributes> attributes(PhotoId photo) {
    Map<FaceId, FaceAttributes> attributes = new TreeMap<>();
    remote
        .get("/v1/photos/" + photo + "/attributes", Wire.Looks.class)
        .looks()
        .forEach(look -> attributes.put(look.face(), look.attributes()));
    return attributes;
  }
}
