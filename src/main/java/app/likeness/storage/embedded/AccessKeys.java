package app.likeness.storage.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.likeness.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What the loopback's signatures are made with; in a file that only the owner may read.
record AccessKeys(String id, String secret) {
  private static final int ID_BYTES = 12;
  private static final int SECRET_BYTES = 32;

  /// Reads the keys; makes new ones if there are none, or if others could have read them.
  static AccessKeys of(Path file) throws IOException {
    Optional<AccessKeys> known = read(file);
    if (known.isPresent() && OwnerOnly.holds(file)) {
      return known.get();
    }
    AccessKeys made = new AccessKeys(random(ID_BYTES), random(SECRET_BYTES));
    OwnerOnly.write(file, (made.id + "\n" + made.secret + "\n").getBytes(US_ASCII));
    return made;
  }

  /// Reads the keys, if there are any that can be read.
  static Optional<AccessKeys> read(Path file) throws IOException {
    try {
      List<String> lines = Files.readString(file, US_ASCII).lines().toList();
      return lines.size() == 2 && lines.stream().noneMatch(String::isBlank)
          ? Optional.of(new AccessKeys(lines.get(0), lines.get(1)))
          : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  @Override
  public String toString() {
    return "AccessKeys[]";
  }
}
