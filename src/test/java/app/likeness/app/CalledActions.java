package app.likeness.app;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The calls to AWS that our compiled code makes, by the names that permissions have.
final class CalledActions {
  private static final String SERVICES = "software.amazon.awssdk.services.";
  /// What is no call to the service.
  private static final Set<String> LOCAL =
      Set.of("close", "builder", "utilities", "serviceClientConfiguration");

  /// What the setup calls, on behalf of a person and not of a function.
  private static final Set<String> SETUP =
      Set.of("DynamoTables", "Upkeep", "Adoption", "BucketSetup", "BucketRule", "CollectionSetup");

  private static final Map<String, String> S3 =
      Map.of(
          "headObject", "GetObject",
          "getObject", "GetObject",
          "putObject", "PutObject",
          "deleteObjects", "DeleteObject",
          "listObjectsV2", "ListBucket",
          "listObjectsV2Paginator", "ListBucket");

  private CalledActions() {}

  static Set<String> s3() {
    return called("storage.s3", "s3.S3Client").stream()
        .map(
            name -> {
              String action = S3.get(name);
              if (action == null) {
                throw new AssertionError("Which permission does S3's " + name + " need?");
              }
              return action;
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<String> dynamodb() {
    return capitalised(called("catalog.dynamodb", "dynamodb.DynamoDbClient"));
  }

  static Set<String> rekognition() {
    return capitalised(called("faces.rekognition", "rekognition.RekognitionClient"));
  }

  private static Set<String> capitalised(Set<String> names) {
    return names.stream()
        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .map(name -> name.replaceFirst("Paginator$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> called(String place, String client) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("app.likeness." + place)
        .stream()
        .filter(from -> !SETUP.contains(outermost(from)))
        .flatMap(from -> from.getCodeUnitAccessesFromSelf().stream())
        .filter(access -> access.getTargetOwner().getFullName().equals(SERVICES + client))
        .map(JavaAccess::getName)
        .filter(name -> !LOCAL.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(CalledActions::outermost).orElse(type.getSimpleName());
  }
}
