package app.likeness.catalog.dynamodb;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/// What DynamoDB does for tables by itself: backups of every moment, and dropping what has expired.
///
/// Not every service that speaks DynamoDB's language has them; then they are left out.
final class Upkeep {
  private static final String UNKNOWN = "UnknownOperationException";

  private final DynamoDbClient client;
  private final TableNames names;

  Upkeep(DynamoDbClient client, TableNames names) {
    this.client = client;
    this.names = names;
  }

  /// What is to be said when a table is not backed up yet.
  Optional<String> backups(Table table, boolean there) {
    String sentence =
        "Keep backups of the table " + names.of(table) + ", for every moment of the last 35 days.";
    return there && backed(table) ? Optional.empty() : Optional.of(sentence);
  }

  private boolean backed(Table table) {
    return supported(
        () ->
            client
                    .describeContinuousBackups(describe -> describe.tableName(names.of(table)))
                    .continuousBackupsDescription()
                    .pointInTimeRecoveryDescription()
                    .pointInTimeRecoveryStatus()
                == PointInTimeRecoveryStatus.ENABLED);
  }

  void back(Table table) {
    supported(
        () -> {
          client.updateContinuousBackups(
              update ->
                  update
                      .tableName(names.of(table))
                      .pointInTimeRecoverySpecification(
                          recovery -> recovery.pointInTimeRecoveryEnabled(true)));
          return true;
        });
  }

  /// What is to be said when old entries are not dropped yet.
  Optional<String> expiry(boolean there) {
    String sentence =
        "Have DynamoDB drop entries of "
            + names.decisions()
            + " that only tell what changed, after eight days.";
    return there && expires() ? Optional.empty() : Optional.of(sentence);
  }

  private boolean expires() {
    return supported(
        () -> {
          TimeToLiveStatus status =
              client
                  .describeTimeToLive(describe -> describe.tableName(names.decisions()))
                  .timeToLiveDescription()
                  .timeToLiveStatus();
          return status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING;
        });
  }

  void expire() {
    supported(
        () -> {
          client.updateTimeToLive(
              update ->
                  update
                      .tableName(names.decisions())
                      .timeToLiveSpecification(
                          live -> live.attributeName(Feed.EXPIRES).enabled(true)));
          return true;
        });
  }

  private interface Call {
    boolean made();
  }

  /// Answers true where the service does not know the call: then nothing is missing there.
  private static boolean supported(Call call) {
    return Failures.explained(
        () -> {
          try {
            return call.made();
          } catch (AwsServiceException e) {
            if (e.awsErrorDetails() != null && UNKNOWN.equals(e.awsErrorDetails().errorCode())) {
              return true;
            }
            throw e;
          }
        });
  }
}
