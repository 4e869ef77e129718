package app.likeness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.gallery.CloudSettings;
import app.likeness.gallery.CloudSettings.Dialect;
import app.likeness.gallery.CloudSettings.Recognizer;
import app.likeness.model.GalleryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a function on AWS is told, and that it survives the file that desktops keep.
class CloudEnvironmentTest {
  private static Map<String, String> told() {
    Map<String, String> told = new HashMap<>();
    told.put("AWS_REGION", "eu-central-1");
    told.put("RAW_BUCKET", "raw-bucket");
    told.put("THUMBS_BUCKET", "thumbs-bucket");
    for (String table : new String[] {"PHOTOS", "PERSONS", "OCCURRENCES", "FACES", "DECISIONS"}) {
      told.put(table + "_TABLE", "My" + table);
    }
    told.put("PRESIGN_EXPIRES", "900");
    told.put("COLLECTION", "people");
    return told;
  }

  @Test
  void isReadAsTheTemplateTells(@TempDir Path temp) {
    CloudSettings settings = new CloudEnvironment(told()).settings();
    assertThat(settings.viewSeconds()).isEqualTo(900);
    assertThat(settings.tables().decisions()).isEqualTo("MyDECISIONS");
    assertThat(settings.stores().getFirst().dialect()).isEqualTo(Dialect.AWS);
    assertThat(settings.recognition().by()).isEqualTo(Recognizer.REKOGNITION);

    CloudFile file = new CloudFile(temp.resolve("cloud/default.json"));
    file.write(settings);
    assertThat(file.read()).contains(settings);
  }

  @Test
  void whatIsMissingOrWrongIsNamed() {
    for (String needed : new String[] {"AWS_REGION", "THUMBS_BUCKET", "FACES_TABLE"}) {
      Map<String, String> told = told();
      told.put(needed, " ");
      refused(told, needed);
    }
    Map<String, String> odd = told();
    odd.put("PRESIGN_EXPIRES", "an hour");
    refused(odd, "PRESIGN_EXPIRES");
  }

  private static void refused(Map<String, String> told, String name) {
    assertThatThrownBy(() -> new CloudEnvironment(told).settings())
        .isInstanceOf(GalleryException.Unsupported.class)
        .hasMessageContaining(name);
  }
}
