package dev.otto.api.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunState;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The document that is served is the one that code and words make.
class ApiDocumentTest {
  /// `OTTO_WRITE_DOCS=1` writes it instead of looking whether it is right.
  private static final boolean WRITE = System.getenv("OTTO_WRITE_DOCS") != null;

  @Test
  void the_document_says_what_the_code_does() throws IOException {
    var assembled = text(ApiDocument.assembled());
    if (WRITE) {
      Files.writeString(ApiDocument.SERVED, assembled);
    }

    assertThat(Files.readString(ApiDocument.SERVED))
        .as("it is written anew with OTTO_WRITE_DOCS=1, see docs/api.md")
        .isEqualTo(assembled);
  }

  @Test
  void an_operation_that_nobody_told_of_is_found() {
    var more = new ArrayList<>(Operation.all());
    more.addAll(Operation.of(List.of(More.class)));

    assertThatThrownBy(() -> ApiDocument.of(more)).hasMessageContaining("get /api/v1/more");
  }

  @Test
  void words_about_an_operation_that_is_gone_are_found() {
    var fewer = Operation.all().stream().skip(1).toList();

    assertThatThrownBy(() -> ApiDocument.of(fewer))
        .hasMessageContaining("words about nothing")
        .hasMessageContaining(Operation.all().getFirst().key());
  }

  @Test
  void a_field_more_is_another_document() {
    assertThat(schema(Grown.class)).isNotEqualTo(schema(Small.class));
    assertThat(schema(Grown.class).at("/properties/more/type").asText()).isEqualTo("integer");
    assertThat(schema(Grown.class).path("required").toString()).isEqualTo("[\"text\",\"more\"]");
  }

  @Test
  void the_words_for_how_a_run_stands_are_those_of_its_state() {
    var states = RunState.class.getAnnotation(JsonSubTypes.class).value();

    assertThat(ApiDocument.assembled().at("/components/schemas/RunView/properties/state/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(Stream.of(states).map(JsonSubTypes.Type::name).toList());
  }

  /// A resource of nobody's.
  @Path("more")
  public static final class More {
    @GET
    public String more() {
      return "more";
    }
  }

  record Small(String text) {}

  record Grown(String text, int more) {}

  private static JsonNode schema(Class<?> type) {
    var schemas = new Schemas(new DocComments());
    schemas.answered(type);
    return Objects.requireNonNull(schemas.all().get(Schemas.name(type)));
  }

  private static String text(JsonNode document) throws IOException {
    var lines = new DefaultIndenter("  ", "\n");
    var separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    var printer =
        new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    return Json.own().writer(printer).writeValueAsString(document) + "\n";
  }
}
