package app.likeness.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StringsTest {
  private static final Path SOURCES = Path.of("src/main/java/app/likeness/ui");
  private static final Pattern ASKED = Pattern.compile("\\btext\\(\\s*\"([^\"]+)\"[,)\\s]");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9.-]*)\"");

  private final Set<String> keys = ResourceBundle.getBundle("app.likeness.ui.strings").keySet();

  @Test
  void everyTextThatIsAskedForExists() {
    Set<String> asked = found(ASKED);
    assertThat(asked).hasSizeGreaterThan(50);
    assertThat(keys).containsAll(asked);
  }

  @Test
  void everyTextIsUsed() {
    Set<String> literals = found(LITERAL);
    Set<String> unused =
        keys.stream()
            .filter(key -> !literals.contains(key))
            .filter(key -> !literals.contains(key.replaceAll("[^.]+$", "")))
            .collect(Collectors.toCollection(TreeSet::new));
    unused.removeIf(key -> key.startsWith("size."));
    assertThat(unused).isEmpty();
  }

  @Test
  void everyTextHasTheFormOfAMessage() {
    assertThat(keys).allSatisfy(key -> assertThat(Strings.text(key, 2, 3, 4, 5)).isNotBlank());
  }

  @Test
  void numbersChooseTheirWords() {
    assertThat(Strings.text("people.count", 1)).isEqualTo("1 photo");
    assertThat(Strings.text("people.count", 1200)).isEqualTo("1,200 photos");
  }

  private static Set<String> found(Pattern pattern) {
    Set<String> all = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> collect(pattern.matcher(read(file)), all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static void collect(Matcher matcher, Set<String> all) {
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
