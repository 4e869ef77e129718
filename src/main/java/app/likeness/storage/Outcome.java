package app.likeness.storage;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What came of one try to send a file.
sealed interface Outcome {
  /// The store has it.
  ///
  /// @param answer what it said, empty when the object was there before
  record Arrived(String answer) implements Outcome {}

  /// It does not.
  ///
  /// @param forGood whether another try with a new ticket would end the same way
  record Failed(GalleryException why, boolean forGood) implements Outcome {}

  int PRECONDITION_FAILED = 412;
  int INSUFFICIENT_STORAGE = 507;

  /// Errors of S3 and its kin that mean: these are not the bytes that the ticket was for.
  Set<String> OTHER_BYTES =
      Set.of("BadDigest", "InvalidDigest", "EntityTooLarge", "EntityTooSmall");

  /// What OSS says where S3 answers 412.
  String HAS_IT = "FileAlreadyExists";

  // Nothing else of an answer may be shown: S3 quotes the signed request in some.
  Pattern CODE = Pattern.compile("<Code>(\\w{1,60})</Code>");

  static Outcome of(HttpResponse<String> answer, Path file, FileBody body) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return new Arrived(answer.body());
    }
    Matcher code = CODE.matcher(answer.body());
    String error = code.find() ? code.group(1) : "status " + status;
    if (status == PRECONDITION_FAILED || error.equals(HAS_IT)) {
      return new Arrived("");
    }
    if (OTHER_BYTES.contains(error)) {
      return new Failed(body.changed(), true);
    }
    String name = String.valueOf(file.getFileName());
    if (status == INSUFFICIENT_STORAGE) {
      return new Failed(
          new GalleryException.Unavailable(
              name + " was not stored: there is no room left; make some, then try again.", null),
          true);
    }
    String why = name + " was not stored: the store refused it (" + error + ").";
    return new Failed(
        status / 100 == 4
            ? new GalleryException.Denied(why, null)
            : new GalleryException.Unavailable(why, null),
        false);
  }

  static Outcome of(IOException broken, Path file, FileBody body) {
    GalleryException fault = body.fault();
    return fault != null
        ? new Failed(fault, true)
        : new Failed(
            new GalleryException.Unavailable(
                file.getFileName() + " was not stored: the store does not answer.", broken),
            false);
  }
}
