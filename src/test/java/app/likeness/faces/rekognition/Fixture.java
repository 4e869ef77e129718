package app.likeness.faces.rekognition;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.faces.FoundFace;
import app.likeness.model.Box;
import app.likeness.model.Embedding;
import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.pictures.Picture;
import app.likeness.pictures.leptonica.LeptonicaThumbnails;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;

/// An index over a server that answers as Amazon Rekognition does.
abstract class Fixture {
  static final FaceId ONE = FaceId.parse("0123456789abcdef0123_face_1");
  static final FaceId TWO = FaceId.parse("00112233445566778899_face_2");
  static final FaceId THREE = FaceId.parse("ffeeddccbbaa99887766_face_1");
  static final PersonId ANN = new PersonId("ann");
  static final byte[] CROP = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};
  static final FoundFace FOUND =
      new FoundFace(new Box(.1, .1, .2, .2), .9, Embedding.elsewhere("m", 4), null);

  static final String DETAIL =
      """
      {"FaceDetails": [{
        "BoundingBox": {"Left": -0.01, "Top": 0.25, "Width": 0.26, "Height": 0.5},
        "AgeRange": {"Low": 23, "High": 31},
        "Smile": {"Value": true, "Confidence": 97.5},
        "Sunglasses": {"Value": false, "Confidence": 99.0},
        "Mustache": {"Value": false, "Confidence": 90.0},
        "EyesOpen": {"Value": true, "Confidence": 88.0},
        "MouthOpen": {"Value": true, "Confidence": 77.0},
        "Emotions": [{"Type": "HAPPY", "Confidence": 95.0}, {"Type": "CALM", "Confidence": 3.0},
          {"Type": "UNKNOWN", "Confidence": 2.0}],
        "Quality": {"Brightness": 70.0, "Sharpness": 80.0},
        "Confidence": 99.5}]}""";

  final MockRekognition mock = new MockRekognition();
  RekognitionFaceIndex index = index(Allowance.unlimited());

  RekognitionFaceIndex index(Allowance allowance) {
    return new RekognitionFaceIndex(mock.access(), new LeptonicaThumbnails(), allowance);
  }

  @AfterEach
  void close() {
    index.close();
    mock.close();
  }

  static Picture noise(int width, int height) {
    Random random = new Random(1);
    int[] pixels = random.ints((long) width * height).map(rgb -> 0xff000000 | rgb).toArray();
    return new Picture(width, height, pixels);
  }

  static String indexed(FaceId face, String name) {
    return """
        {"FaceRecords": [{"Face": {"FaceId": "%s", "ExternalImageId": "%s"}}]}"""
        .formatted(name, face);
  }

  static String match(String face, String name, double similarity) {
    return """
        {"Similarity": %s, "Face": {"FaceId": "%s", "ExternalImageId": "%s"}}"""
        .formatted(similarity, name, face);
  }

  static String matches(String... matches) {
    return "{\"FaceMatches\": [" + String.join(",", matches) + "]}";
  }

  static String listed(String token, String... faces) {
    List<String> rows = new ArrayList<>();
    for (String face : faces) {
      rows.add(
          "{\"ExternalImageId\": \"%s\", \"FaceId\": \"%s\"}".formatted((Object[]) face.split("@")));
    }
    String next = token == null ? "" : ",\"NextToken\": \"" + token + "\"";
    return "{\"Faces\": [" + String.join(",", rows) + "]" + next + "}";
  }

  void know(FaceId face, String name) {
    mock.answer("IndexFaces", indexed(face, name));
    assertThat(index.index(face, FOUND, CROP)).isTrue();
  }
}
