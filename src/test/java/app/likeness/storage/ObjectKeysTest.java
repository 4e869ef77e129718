package app.likeness.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.FaceId;
import app.likeness.model.PhotoId;
import app.likeness.model.PictureType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ObjectKeysTest {
  private static final UUID ID = UUID.fromString("0f5a1c2e-0000-4000-8000-000000000000");
  private static final PhotoId PHOTO = new PhotoId("0123456789abcdef0123");

  @Test
  void anInboxKeyKeepsWhatIsPlainInTheName() {
    assertThat(inbox("beach.jpg")).isEqualTo("photos-raw/inbox/beach-0f5a1c2e.jpg");
    assertThat(inbox("My holiday (2).JPEG")).isEqualTo("photos-raw/inbox/My-holiday-2-0f5a1c2e.jpg");
    assertThat(inbox("Füße.png")).isEqualTo("photos-raw/inbox/Fu-e-0f5a1c2e.png");
  }

  @Test
  void onlyTheLastDotOfANameEndsIt() {
    assertThat(inbox("a.b.c.jpg")).isEqualTo("photos-raw/inbox/a-b-c-0f5a1c2e.jpg");
    assertThat(inbox(".jpg")).isEqualTo("photos-raw/inbox/jpg-0f5a1c2e.jpg");
  }

  @Test
  void aNameWithoutADotOrWithAnUnknownEndingGetsNone() {
    assertThat(inbox("beach")).isEqualTo("photos-raw/inbox/beach-0f5a1c2e");
    assertThat(inbox("beach.exe")).isEqualTo("photos-raw/inbox/beach-0f5a1c2e");
  }

  @Test
  void noNameLeavesTheInbox() {
    for (String name :
        List.of("../../x.jpg", "/etc/x.jpg", "C:\\x.jpg", "..", "", "/", "a\nb.jpg", "写真.jpg")) {
      String key = inbox(name);
      assertThat(key).matches("photos-raw/inbox/[0-9A-Za-z-]+-0f5a1c2e(\\.jpg)?");
      ObjectKeys.check(key);
    }
  }

  @Test
  void aHashedKeyTellsNothingAndIsTheSameAgain() {
    String key = ObjectKeys.hashed("My project", "secret name.jpg", "da39a3ee", PictureType.JPEG);
    assertThat(key).matches("photos-raw/inbox/My-project/[0-9a-f]{40}\\.jpg");
    assertThat(ObjectKeys.hashed("My project", "secret name.jpg", "da39a3ee", PictureType.JPEG))
        .isEqualTo(key);
    assertThat(ObjectKeys.hashed("My project", "secret name.jpg", "da39a3ef", PictureType.JPEG))
        .isNotEqualTo(key);
  }

  @Test
  void aKeyOfOursTellsItsPhoto() {
    assertThat(ObjectKeys.photo(ObjectKeys.original(2026, "a-b.jpg", PHOTO, PictureType.JPEG)))
        .contains(PHOTO);
    assertThat(ObjectKeys.photo(ObjectKeys.thumb(PHOTO, 256))).contains(PHOTO);
    assertThat(ObjectKeys.photo(ObjectKeys.face(new FaceId(PHOTO, 12), null))).contains(PHOTO);
    assertThat(ObjectKeys.photo(inbox("beach.jpg"))).isEmpty();
    assertThat(ObjectKeys.photo("photos-raw/IMG_0001.jpg")).isEmpty();
  }

  private static String inbox(String name) {
    return ObjectKeys.inbox(name, ID);
  }
}
