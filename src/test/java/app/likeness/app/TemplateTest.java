package app.likeness.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.gallery.CloudSettings;
import app.likeness.storage.ObjectKeys;
import app.likeness.testing.Template;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The template and the code agree: what is set is read, and what is called is allowed, no more.
class TemplateTest {
  private static final List<String> FUNCTIONS = List.of("ApiFunction", "RecognitionFunction");
  private static final List<String> ROLES = List.of("ApiRole", "RecognitionRole");
  private static final int SIX_TIMES = 6;

  private final Template template = Template.read();

  private static Set<String> variables() {
    Set<String> all = new HashSet<>();
    for (CloudVariable each : CloudVariable.values()) {
      all.add(each.name());
    }
    return all;
  }

  @Test
  void theCodeReadsEveryVariableThatTheTemplateSets() {
    Set<String> api = new HashSet<>(template.environment("ApiFunction").keySet());
    Set<String> recognition = new HashSet<>(template.environment("RecognitionFunction").keySet());

    assertThat(api.remove(LambdaApi.WEB_ORIGINS)).isTrue();
    assertThat(api).isEqualTo(recognition);
    // The Java machine's own.
    assertThat(recognition.remove("JAVA_TOOL_OPTIONS")).isTrue();
    assertThat(variables()).containsAll(recognition);
  }

  @Test
  void theTemplateSetsEveryVariableThatHasNoUsualValueHere() {
    Set<String> unset = variables();
    unset.removeAll(template.environment("RecognitionFunction").keySet());

    assertThat(unset)
        .containsExactlyInAnyOrder(
            "AWS_REGION", // by Lambda itself
            "ENCRYPTION", // as the bucket does
            "MOST_DOLLARS", // each container would count for itself
            "S3_DIALECT",
            "AWS_ENDPOINT_URL_S3",
            "AWS_ENDPOINT_URL_DYNAMODB",
            "AWS_ENDPOINT_URL_REKOGNITION");
  }

  @Test
  void eachVariableNamesTheResourceThatItIsFor() {
    Map<String, String> environment = new HashMap<>(template.environment("ApiFunction"));
    environment.put("AWS_REGION", "eu-central-1");
    // Names of resources have capitals, those of buckets have not.
    environment.replace("RAW_BUCKET", "rawbucket");
    environment.replace("THUMBS_BUCKET", "thumbsbucket");

    CloudSettings settings = new CloudEnvironment(environment).settings();

    assertThat(settings.tables())
        .isEqualTo(
            new CloudSettings.Tables(
                "PhotosTable", "PersonsTable", "OccurrencesTable", "FacesTable", "DecisionsTable",
                null));
    assertThat(settings.recognition().by()).isEqualTo(CloudSettings.Recognizer.REKOGNITION);
    assertThat(settings.recognition().collection()).isEqualTo("Collection");
    assertThat(template.environment("ApiFunction"))
        .containsEntry("RAW_BUCKET", "RawBucket")
        .containsEntry("THUMBS_BUCKET", "ThumbsBucket");
    for (String table : List.of("Photos", "Persons", "Occurrences", "Faces", "Decisions")) {
      assertThat(template.properties(table + "Table").get("TableName").asString())
          .isEqualTo("${Name}-" + table);
    }
  }

  @Test
  void eachRoleAllowsWhatTheCodeCallsAndNothingElse() {
    for (String role : ROLES) {
      assertThat(template.actions(role, "s3")).as(role).isEqualTo(CalledActions.s3());
      assertThat(template.actions(role, "dynamodb")).as(role).isEqualTo(CalledActions.dynamodb());
      assertThat(template.actions(role, "rekognition"))
          .as(role)
          .isEqualTo(CalledActions.rekognition());
      assertThat(template.actions(role, "logs"))
          .containsExactly("CreateLogStream", "PutLogEvents");
      assertThat(services(role)).isSubsetOf("s3", "dynamodb", "rekognition", "logs", "sqs");
    }
    assertThat(template.actions("ApiRole", "sqs")).isEmpty();
    assertThat(template.actions("RecognitionRole", "sqs"))
        .containsExactly("DeleteMessage", "GetQueueAttributes", "ReceiveMessage");
  }

  private Set<String> services(String role) {
    Set<String> services = new TreeSet<>();
    template.permissions(role)
        .forEach(each -> services.add(each.action().substring(0, each.action().indexOf(':'))));
    return services;
  }

  @Test
  void onlyTheObjectsAndListsOfOurPrefixesAreAllowed() {
    for (String role : ROLES) {
      Set<String> objects = new HashSet<>();
      Map<String, Set<String>> lists = new HashMap<>();
      for (Template.Permission each : template.permissions(role)) {
        if (each.action().equals("s3:ListBucket")) {
          Set<String> prefixes = new HashSet<>();
          Template.texts(each.condition().at("/StringLike/s3:prefix"))
              .forEach(prefix -> prefixes.add(prefix.asString()));
          lists.put(each.resource(), prefixes);
        } else if (each.action().startsWith("s3:")) {
          objects.add(each.resource());
        }
      }
      assertThat(objects)
          .containsExactlyInAnyOrder(
              "${RawBucket.Arn}/" + ObjectKeys.RAW + "*",
              "${ThumbsBucket.Arn}/" + ObjectKeys.THUMBS + "*",
              "${ThumbsBucket.Arn}/" + ObjectKeys.FACES + "*");
      assertThat(lists)
          .isEqualTo(
              Map.of(
                  "RawBucket.Arn", Set.of(ObjectKeys.RAW + "*"),
                  "ThumbsBucket.Arn", Set.of(ObjectKeys.THUMBS + "*", ObjectKeys.FACES + "*")));
    }
  }

  @Test
  void onlyWhatConcernsNoCollectionIsAllowedOnAll() {
    for (String role : ROLES) {
      assertThat(template.permissions(role))
          .filteredOn(each -> each.resource().equals("*"))
          .extracting(Template.Permission::action)
          .containsExactly("rekognition:DetectFaces");
      assertThat(template.permissions(role))
          .filteredOn(each -> each.action().startsWith("rekognition:"))
          .extracting(Template.Permission::resource)
          .containsOnly("*", "Collection.Arn");
    }
  }

  @Test
  void eachFunctionHasItsHandlerItsRoleAndTheArchive() throws ClassNotFoundException {
    assertThat(template.root().at("/Globals/Function/CodeUri").asString())
        .isEqualTo("../../target/likeness-aws.zip");
    for (String function : FUNCTIONS) {
      JsonNode properties = template.properties(function);
      assertThat(Class.forName(properties.get("Handler").asString()))
          .isPublic()
          .satisfies(type -> assertThat(RequestStreamHandler.class).isAssignableFrom(type))
          .satisfies(type -> assertThat(type.getConstructor()).isNotNull());
      assertThat(properties.get("Role").asString())
          .isEqualTo(function.replace("Function", "Role") + ".Arn");
    }
    assertThat(template.all("AWS::Serverless::Function")).containsOnlyKeys(FUNCTIONS);
    assertThat(template.all("AWS::IAM::Role")).containsOnlyKeys(ROLES);
  }

  @Test
  void aMessageWaitsLongerThanItsFunctionAndComesAgainByItself() {
    JsonNode function = template.properties("RecognitionFunction");
    JsonNode queue = template.properties("Arrivals");

    assertThat(queue.get("VisibilityTimeout").asInt())
        .isGreaterThanOrEqualTo(SIX_TIMES * function.get("Timeout").asInt());
    assertThat(queue.at("/RedrivePolicy/deadLetterTargetArn").asString()).isEqualTo("Failures.Arn");
    assertThat(function.at("/Events/Arrival/Properties/Queue").asString()).isEqualTo("Arrivals.Arn");
    assertThat(function.at("/Events/Arrival/Properties/FunctionResponseTypes/0").asString())
        .isEqualTo("ReportBatchItemFailures");
    JsonNode arrivals =
        template.properties("RawBucket").at("/NotificationConfiguration/QueueConfigurations/0");
    assertThat(arrivals.get("Queue").asString()).isEqualTo("Arrivals.Arn");
    assertThat(arrivals.at("/Filter/S3Key/Rules/0/Value").asString()).isEqualTo(ObjectKeys.RAW);
  }

  @Test
  void theBucketsArePrivate() {
    Map<String, JsonNode> buckets = template.all("AWS::S3::Bucket");

    assertThat(buckets).containsOnlyKeys("RawBucket", "ThumbsBucket");
    buckets.forEach(
        (name, bucket) -> {
          assertThat(bucket.get("PublicAccessBlockConfiguration").valueStream())
              .hasSize(4)
              .allMatch(JsonNode::asBoolean);
          assertThat(bucket.at("/OwnershipControls/Rules/0/ObjectOwnership").asString())
              .isEqualTo("BucketOwnerEnforced");
          JsonNode denied =
              template.properties(name + "Policy").at("/PolicyDocument/Statement/0");
          assertThat(denied.get("Effect").asString()).isEqualTo("Deny");
          assertThat(denied.at("/Condition/Bool/aws:SecureTransport").asString())
              .isEqualTo("false");
        });
  }
}
