package app.likeness.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.PeopleQuery;
import app.likeness.model.Person;
import app.likeness.model.Photo;
import app.likeness.model.PhotoState;
import app.likeness.testing.TestCloud;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Arrivals at the packed function: repeated, cut off by a crash, or beside somebody else.
class LambdaRecognitionTest extends LambdaFixture {
  @Test
  void aRepeatedEventChangesNothing() throws Exception {
    Photo photo = sent(1);
    String key = photo.original().key();
    try (LambdaContainer _ = recognition()) {
      assertThat(runtime.call(AwsEvents.arrivals(TestCloud.RAW, key, key))).isEqualTo(NONE_FAILED);
      assertThat(runtime.call(arrival(photo))).isEqualTo(NONE_FAILED);
    }
    try (LambdaContainer _ = recognition()) {
      assertThat(runtime.call(arrival(photo))).isEqualTo(NONE_FAILED);
    }
    isWholeOnce(photo.id());
    assertThat(rekognition.calls("DetectFaces")).hasSize(1);
    assertThat(rekognition.calls("IndexFaces")).hasSize(1);
  }

  @Test
  void twoPhotosOfOnePersonAreTogether() throws Exception {
    Photo first = sent(1);
    Photo second = sent(2);
    try (LambdaContainer _ = recognition()) {
      assertThat(runtime.call(arrival(first))).isEqualTo(NONE_FAILED);
      indexedAs("service-name-2");
      rekognition.answer(
          "SearchFaces",
          "{\"FaceMatches\": [{\"Similarity\": 99.9, \"Face\": {\"FaceId\": \"service-name-1\","
              + " \"ExternalImageId\": \"" + first.id() + "_face_1\"}}]}");
      assertThat(runtime.call(arrival(second))).isEqualTo(NONE_FAILED);
    }
    assertThat(gallery().people().list(PeopleQuery.ALL, null, 10).items())
        .extracting(Person::photoCount)
        .containsExactly(2);
  }

  /// Killed while it waits for one answer after another, of all that are needed for a photo.
  @Test
  void afterACrashTheEventComesAgainAndCompletesThePhoto() throws Exception {
    Photo photo = sent(1);
    Map<String, String> answers =
        Map.of(
            "DetectFaces", DETECTED,
            "IndexFaces", "{\"FaceRecords\": [{\"Face\": {\"FaceId\": \"service-name-1\"}}]}",
            "SearchFaces", "{\"FaceMatches\": []}");
    for (String step : List.of("DetectFaces", "IndexFaces", "SearchFaces")) {
      int before = rekognition.calls(step).size();
      rekognition.answerLate(step, answers.get(step));
      CompletableFuture<String> lost;
      try (LambdaContainer _ = recognition()) {
        lost = runtime.send(arrival(photo));
        while (rekognition.calls(step).size() == before && !lost.isDone()) {
          Thread.sleep(20);
        }
      }
      assertThat(lost).isNotDone();
      rekognition.answer(step, answers.get(step));
      assertThat(gallery().photos().photo(photo.id()).map(Photo::state))
          .contains(PhotoState.WORKING);
      dynalite.lapse(tables, photo.id());
    }
    try (LambdaContainer _ = recognition()) {
      assertThat(runtime.call(arrival(photo))).isEqualTo(NONE_FAILED);
    }
    isWholeOnce(photo.id());
  }

  @Test
  void whileSomebodyElseIsAtAPhotoItsEventComesAgain() throws Exception {
    Photo photo = sent(1);
    rekognition.answerLate("DetectFaces", DETECTED);
    try (LambdaContainer _ = recognition()) {
      CompletableFuture<String> lost = runtime.send(arrival(photo));
      while (rekognition.calls("DetectFaces").isEmpty() && !lost.isDone()) {
        Thread.sleep(20);
      }
    }
    rekognition.answer("DetectFaces", DETECTED);
    try (LambdaContainer _ = recognition()) {
      String key = photo.original().key();
      assertThat(json(runtime.call(arrival(photo))).at("/batchItemFailures/0/itemIdentifier").asString())
          .isEqualTo("m-" + key);
      dynalite.lapse(tables, photo.id());
      assertThat(runtime.call(arrival(photo))).isEqualTo(NONE_FAILED);
    }
    isWholeOnce(photo.id());
  }

  @Test
  void aDesktopMayFinishTheSamePhotoAtTheSameTime() throws Exception {
    Photo photo = sent(1);
    try (LambdaContainer _ = recognition()) {
      runtime.call(AwsEvents.arrivals(TestCloud.RAW, "photos-raw/2026/warm-up-00000000000000000000.jpg"));
      CompletableFuture<String> there = runtime.send(arrival(photo));
      Photo here = gallery().uploads().finish(photo.id(), null);
      String answer = there.join();
      assertThat(here.state()).isIn(PhotoState.READY, PhotoState.WORKING);
      assertThat(here.state() == PhotoState.READY || answer.equals(NONE_FAILED)).isTrue();
      assertThat(runtime.call(arrival(photo))).isEqualTo(NONE_FAILED);
    }
    isWholeOnce(photo.id());
    assertThat(rekognition.calls("DetectFaces")).hasSize(1);
  }

  @Test
  void whatIsNoPictureIsDoneWith() throws Exception {
    Photo photo = sent("no picture at all".getBytes(StandardCharsets.UTF_8), "x.jpg");
    try (LambdaContainer _ = recognition()) {
      assertThat(runtime.call(arrival(photo))).isEqualTo(NONE_FAILED);
      assertThat(runtime.call(AwsEvents.arrivals("other", "elsewhere/x.jpg"))).isEqualTo(NONE_FAILED);
    }
    assertThat(gallery().photos().photo(photo.id()).map(Photo::state)).contains(PhotoState.INVALID);
  }
}
