package dev.otto.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every example of the document is one, and everything in it that refers leads somewhere.
class ExamplesTest {
  private final ServedDocument served = ServedDocument.served();

  @TestFactory
  Stream<DynamicTest> every_example_is_valid_by_its_schema() {
    var examples = Stream.<DynamicTest>builder();
    walk(
        "",
        served.document(),
        (place, node) -> {
          if (node.has("example") && node.has("schema")) {
            examples.add(
                DynamicTest.dynamicTest(
                    place,
                    () ->
                        assertThat(served.faults(node.get("schema"), node.get("example")))
                            .isEmpty()));
          }
        });
    var all = examples.build().toList();
    assertThat(all).as("examples there are").hasSizeGreaterThan(40);
    return all.stream();
  }

  @Test
  void every_form_of_a_request_or_an_answer_has_an_example() {
    var without = Stream.<String>builder();
    walk(
        "",
        served.document().path("paths"),
        (place, node) -> {
          if (place.matches(".*/responses/2../content/[^/]+")
              && node.has("schema")
              && !node.has("example")) {
            without.add(place);
          }
          if (place.endsWith("/requestBody/content/application~1json") && !node.has("example")) {
            without.add(place);
          }
        });

    assertThat(without.build().filter(place -> !place.contains("openapi.json"))).isEmpty();
  }

  @Test
  void every_reference_leads_somewhere_and_every_operation_has_a_name_of_its_own() {
    var names = new HashSet<String>();
    walk(
        "",
        served.document(),
        (place, node) -> {
          if (node.path("$ref").isTextual()) {
            assertThat(served.document().at(node.get("$ref").asText().substring(1)).isMissingNode())
                .as(place)
                .isFalse();
          }
          if (node.path("operationId").isTextual()) {
            assertThat(names.add(node.get("operationId").asText())).as(place).isTrue();
          }
        });
    assertThat(names).contains("listRuns", "listenLive");
  }

  @Test
  void a_wrong_example_would_be_found() {
    var schema = ServedDocument.json("{\"$ref\":\"#/components/schemas/RunLine\"}");
    var line =
        served.resolved(
            "/paths/~1api~1v1~1runs/get/responses/200/content/application~1json/example");

    for (var wrong :
        List.of(
            line.at("/runs/0").toString().replace("\"working\"", "\"sleeping\""),
            line.at("/runs/0").toString().replace("\"title\"", "\"titel\""),
            line.at("/runs/0").toString().replace("a1b2c3", "g"))) {
      assertThat(served.faults(schema, ServedDocument.json(wrong))).as(wrong).isNotEmpty();
    }
    assertThat(served.faults(schema, line.at("/runs/0"))).isEmpty();
  }

  private static void walk(String place, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(place, node);
    node.properties()
        .forEach(one ->
            walk(
                place + "/" + one.getKey().replace("~", "~0").replace("/", "~1"),
                one.getValue(),
                visitor));
    for (var i = 0; node.isArray() && i < node.size(); i++) {
      walk(place + "/" + i, node.get(i), visitor);
    }
  }
}
