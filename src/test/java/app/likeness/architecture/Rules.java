package app.likeness.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.BiPredicate;

/// What may use what, as rules that run. Package names are relative to `app.likeness`; "" is Main.
final class Rules {
  private static final String ROOT = "app.likeness";

  /// The packages at whose root each package may look, beside its own parents.
  private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
      Map.entry("model", Set.of()),
      Map.entry("pictures", Set.of("model")),
      Map.entry("files", Set.of()),
      Map.entry("storage", Set.of("model", "files")),
      Map.entry("catalog", Set.of("model", "files")),
      Map.entry("faces", Set.of("model", "pictures")),
      Map.entry("people", Set.of("model")),
      Map.entry("gallery", Set.of("model", "pictures", "people", "storage", "catalog", "faces")),
      Map.entry("api", Set.of("gallery", "model", "pictures", "storage")),
      Map.entry("ui", Set.of("gallery", "model", "pictures")),
      Map.entry("cli", Set.of("gallery", "model", "api")));

  /// Packages whose words (records, enums, names of keys) the gallery speaks, but whose ports stay
  /// behind it.
  private static final Set<String> SPOKEN = Set.of("storage", "catalog");
  private static final Set<String> SPEAKERS = Set.of("ui", "cli", "api");

  /// A subpackage sees its parents, not its siblings, save these.
  private static final Map<String, Set<String>> SIBLINGS =
      Map.of("storage.embedded", Set.of("storage.s3"), "storage.oss", Set.of("storage.s3"));

  /// Where a library may be named: the longest prefix counts, and `ui.*` is ui with all below it.
  private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
      Map.entry("org.bytedeco", Set.of("pictures.leptonica", "pictures.ffmpeg")),
      Map.entry("org.bytedeco.leptonica", Set.of("pictures.leptonica")),
      Map.entry("org.bytedeco.ffmpeg", Set.of("pictures.ffmpeg")),
      Map.entry("com.drew", Set.of("pictures.metadata")),
      Map.entry("java.sql", Set.of("catalog.sqlite")),
      Map.entry("javax.sql", Set.of("catalog.sqlite")),
      Map.entry("org.sqlite", Set.of("catalog.sqlite")),
      Map.entry("org.gaul", Set.of("storage.embedded")),
      Map.entry("com.google.common", Set.of("storage.embedded")),
      Map.entry("jakarta.servlet", Set.of("storage.embedded")),
      Map.entry("io.opentelemetry", Set.of()),
      Map.entry("software.amazon.awssdk", Set.of(
          "storage.s3", "storage.embedded", "catalog.dynamodb", "faces.rekognition", "app")),
      Map.entry("software.amazon.awssdk.services.s3", Set.of("storage.s3", "storage.embedded")),
      Map.entry("software.amazon.awssdk.services.dynamodb", Set.of("catalog.dynamodb")),
      Map.entry("software.amazon.awssdk.services.rekognition", Set.of("faces.rekognition")),
      Map.entry("org.eclipse.jetty", Set.of("api.server")),
      Map.entry("org.apache.commons.fileupload2", Set.of("api")),
      Map.entry("com.amazonaws.services.lambda", Set.of("app")),
      Map.entry("ai.onnxruntime", Set.of("faces.onnx")),
      Map.entry("picocli", Set.of("cli")),
      Map.entry("tools.jackson", Set.of(
          "cli", "api.*", "app", "faces.onnx", "catalog.sqlite", "storage.s3", "storage.oss")),
      Map.entry("com.fasterxml.jackson", Set.of("cli", "api.*", "app")),
      Map.entry("javafx", Set.of("ui.*", "")),
      Map.entry("com.sun.javafx", Set.of()),
      Map.entry("org.kordamp.ikonli", Set.of("ui.*")),
      Map.entry("atlantafx", Set.of("ui.*")));

  private Rules() {}

  static ArchRule packagesUseWhatTheTableAllows() {
    return all("use only packages that the table allows", (from, to) ->
        !isOurs(to.getPackageName())
            || mayUse(relative(from), relative(to.getPackageName()))
            || isSpoken(relative(from), to))
        .because("a newcomer reads one table and knows who may know whom");
  }

  static ArchRule librariesStayInTheirPackage() {
    return all("name a library only in its package", (from, to) ->
        mayName(relative(from), to.getPackageName()))
        .because("a vendor is changed in one package, with nothing else touched");
  }

  static ArchRule onlyMainUsesApp() {
    return all("leave the wiring to Main", (from, to) ->
        !within(to.getPackageName(), ROOT + ".app")
            || within(from, ROOT + ".app")
            || from.equals(ROOT))
        .because("app chooses and wires: whoever used it would be wired to everything");
  }

  static ArchRule noCycles() {
    return SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles()
        .allowEmptyShould(true);
  }

  static ArchRule noMutableStatic() {
    var mutable = new DescribedPredicate<JavaField>("hold state for the whole process") {
      @Override
      public boolean test(JavaField field) {
        return isMutableStatic(field);
      }
    };
    return ArchRuleDefinition.noFields().should(
            ArchCondition.from(mutable)).allowEmptyShould(true)
        .because("two galleries, or two tests, must be able to live in one process");
  }

  private static boolean mayUse(String from, String to) {
    var top = top(from);
    if (from.equals(to) || from.isEmpty() || (top.equals("app") && !to.isEmpty())) {
      return true;
    }
    if (!top.equals(top(to))) {
      return MAY_USE.getOrDefault(top, Set.of()).contains(to);
    }
    return top.equals("ui") || within(from, to)
        || SIBLINGS.getOrDefault(from, Set.of()).contains(to);
  }

  private static boolean isSpoken(String from, JavaClass to) {
    return SPEAKERS.contains(top(from)) && SPOKEN.contains(relative(to.getPackageName()))
        && !to.isInterface();
  }

  private static boolean mayName(String from, String library) {
    return LIBRARIES.entrySet().stream()
        .filter(entry -> within(library, entry.getKey()))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue)
        .map(allowed -> allowed.contains(from) || allowed.contains(top(from) + ".*"))
        .orElse(true);
  }

  private static boolean isMutableStatic(JavaField field) {
    var modifiers = field.getModifiers();
    if (!modifiers.contains(JavaModifier.STATIC) || modifiers.contains(JavaModifier.SYNTHETIC)) {
      return false;
    }
    var type = field.getRawType();
    // A List or Map may be an immutable one; what names its mutable class is not.
    var changeable = type.getPackageName().equals("java.util.concurrent.atomic")
        || type.isAssignableTo(Lock.class)
        || (type.isAssignableTo(Collection.class) && !type.isInterface())
        || (type.isAssignableTo(Map.class) && !type.isInterface())
        || (type.isArray() && !modifiers.contains(JavaModifier.PRIVATE));
    return changeable || !modifiers.contains(JavaModifier.FINAL);
  }

  private static ArchRule all(String what, BiPredicate<String, JavaClass> allowed) {
    var condition = new ArchCondition<JavaClass>(what) {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        for (Dependency each : from.getDirectDependenciesFromSelf()) {
          var to = each.getTargetClass().getBaseComponentType();
          if (!allowed.test(from.getPackageName(), to)) {
            events.add(SimpleConditionEvent.violated(each, each.getDescription()));
          }
        }
      }
    };
    return ArchRuleDefinition.classes().should(condition).allowEmptyShould(true);
  }

  private static boolean isOurs(String name) {
    return within(name, ROOT);
  }

  private static boolean within(String name, String parent) {
    return name.equals(parent) || name.startsWith(parent + ".");
  }

  private static String relative(String name) {
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }

  private static String top(String name) {
    return List.of(name.split("\\.")).getFirst();
  }
}
