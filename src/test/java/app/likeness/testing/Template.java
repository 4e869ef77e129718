package app.likeness.testing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The template of what is made on AWS; what `!Ref`, `!Sub` and `!GetAtt` name stands as plain text.
public record Template(JsonNode root) {
  public static Template read() {
    return new Template(new YAMLMapper().readTree(Path.of("packaging/aws/template.yaml")));
  }

  /// What a resource is made with.
  public JsonNode properties(String resource) {
    JsonNode found = root.at("/Resources/" + resource + "/Properties");
    if (found.isMissingNode()) {
      throw new AssertionError("There is no " + resource);
    }
    return found;
  }

  /// The resources of a type and what they are made with.
  public Map<String, JsonNode> all(String type) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    root.get("Resources")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().get("Type").asString().equals(type)) {
                found.put(each.getKey(), each.getValue().get("Properties"));
              }
            });
    return found;
  }

  /// The variables of a function, with those of all functions.
  public Map<String, String> environment(String function) {
    Map<String, String> all = new LinkedHashMap<>();
    for (JsonNode variables :
        List.of(
            root.at("/Globals/Function/Environment/Variables"),
            properties(function).at("/Environment/Variables"))) {
      variables.properties().forEach(each -> all.put(each.getKey(), each.getValue().asString("")));
    }
    return all;
  }

  /// One thing that a role allows, or denies.
  public record Permission(boolean allowed, String action, String resource, JsonNode condition) {}

  /// What a role may and may not, action by action and resource by resource.
  public List<Permission> permissions(String role) {
    return texts(properties(role).get("Policies"))
        .flatMap(policy -> texts(policy.at("/PolicyDocument/Statement")))
        .flatMap(
            statement ->
                texts(statement.get("Action"))
                    .flatMap(
                        action ->
                            texts(statement.get("Resource"))
                                .map(
                                    resource ->
                                        new Permission(
                                            statement.get("Effect").asString().equals("Allow"),
                                            action.asString(),
                                            resource.asString(),
                                            statement.path("Condition")))))
        .toList();
  }

  /// The actions that a role allows of one service.
  public Set<String> actions(String role, String service) {
    Set<String> actions = new TreeSet<>();
    for (Permission each : permissions(role)) {
      if (each.allowed() && each.action().startsWith(service + ":")) {
        actions.add(each.action().substring(service.length() + 1));
      }
    }
    return actions;
  }

  /// The elements of a list; of what is none, itself.
  public static Stream<JsonNode> texts(JsonNode node) {
    return node.isArray() ? node.valueStream() : Stream.of(node);
  }
}
