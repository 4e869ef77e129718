package app.likeness.cli;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Understands single words of a command line, and says in one sentence what is wrong with others.
final class Words {
  private static final char LOST = '\uFFFD';

  private Words() {}

  static Path path(String word) {
    if (word.isBlank()) {
      throw new TypeConversionException("a path cannot be empty");
    }
    try {
      if (!lost(word)) {
        return Path.of(word);
      }
    } catch (InvalidPathException _) {
      // Said below.
    }
    throw new TypeConversionException(
        "your locale cannot tell the name \"%s\"; set LC_ALL=C.UTF-8, or give the folder it is in"
            .formatted(word));
  }

  /// The address of a server, a gallery in the cloud, or a folder.
  static Where where(String word) {
    if (word.matches("cloud(:.*)?")) {
      return cloud(word);
    }
    if (!word.matches("(?i)https?:.*")) {
      return new Where.Folder(path(word));
    }
    try {
      return new Where.Server(new URI(word), Optional.empty());
    } catch (URISyntaxException _) {
      throw new TypeConversionException(
          "\"%s\" is not an address like https://photos.example".formatted(word));
    }
  }

  private static Where cloud(String word) {
    String name = word.equals("cloud") ? Where.Cloud.USUAL : word.substring("cloud:".length());
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")) {
      throw new TypeConversionException(
          "\"%s\" is not a name like cloud:work, of letters and digits".formatted(word));
    }
    return new Where.Cloud(name);
  }

  /// Where names are not in UTF-8, whoever handed the word on may have put question marks into it.
  private static boolean lost(String word) {
    return word.indexOf(LOST) >= 0
        || (word.contains("?")
            && !System.getProperty("sun.jnu.encoding", "UTF-8").equals("UTF-8")
            && !new File(word).exists());
  }

  static Long act(String word) {
    try {
      return Long.valueOf(word);
    } catch (NumberFormatException _) {
      throw new TypeConversionException(
          "\"%s\" is not the number of an act, as \"history\" lists them".formatted(word));
    }
  }

  /// One sentence: what is wrong, and where to read more.
  static String explain(ParameterException wrong) {
    String what =
        String.valueOf(wrong.getMessage())
            .replaceFirst("positional parameter at index \\S+ \\((\\w+)\\)", "$1")
            .replaceFirst("\\.$", "");
    CommandLine line = wrong.getCommandLine();
    return "%s; %ssee \"%s\".".formatted(what, hint(wrong), help(line));
  }

  private static String help(CommandLine line) {
    CommandLine above = line.getParent();
    if (above == null) {
      return "likeness help";
    }
    return above.getParent() == null
        ? "likeness help " + line.getCommandName()
        : line.getCommandSpec().qualifiedName() + " --help";
  }

  private static String hint(ParameterException wrong) {
    boolean dashed =
        wrong.getCommandLine().getUnmatchedArguments().stream()
            .anyMatch(word -> word.startsWith("-") && new File(word).exists());
    if (dashed) {
      return "put \"--\" before files whose names begin with a dash, and ";
    }
    return wrong instanceof UnmatchedArgumentException unknown && !unknown.getSuggestions().isEmpty()
        ? "did you mean %s? Else ".formatted(unknown.getSuggestions().getFirst())
        : "";
  }
}
