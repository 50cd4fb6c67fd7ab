package dev.otto.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentOutcome.Succeeded;
import dev.otto.activities.agent.protocol.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Recorded calls whose lines were broken on their way: nothing is thrown, and nothing becomes a
/// success by it.
@ParameterizedClass
@EnumSource(TranscriptsTest.Program.class)
class BrokenTranscriptsTest {
  private static final int ROUNDS = 40;

  /// It is no success because it ends twice; with one of the two ends it is one.
  private static final String TWO_ENDS = "input-stream-json-two-turns";

  private static final int TEN_MEGABYTES = 10 << 20;

  private final TranscriptsTest.Program program;

  BrokenTranscriptsTest(TranscriptsTest.Program program) {
    this.program = program;
  }

  @Test
  void a_line_that_is_cut_makes_no_success() {
    eachBroken((line, random) -> List.of(line.substring(0, random.nextInt(line.length() + 1))));
  }

  @Test
  void a_line_that_comes_twice_makes_no_success() {
    eachBroken((line, _) -> List.of(line, line));
  }

  @Test
  void a_line_that_gets_lost_makes_no_success() {
    eachBroken((_, _) -> List.of());
  }

  @Test
  void letters_in_the_middle_of_a_line_make_no_success() {
    eachBroken((line, random) -> {
      var letters = new StringBuilder(line);
      for (var count = random.nextInt(5); count >= 0 && !letters.isEmpty(); count--) {
        letters.setCharAt(random.nextInt(letters.length()), (char) random.nextInt(0xffff));
      }
      return List.of(letters.toString());
    });
  }

  @Test
  void values_of_another_type_make_no_success() {
    eachBroken((line, random) -> List.of(changed(line, node -> other(node, random))));
  }

  /// What is in another order says the same.
  @Test
  void keys_in_another_order_say_the_same() {
    for (var name : transcripts().names()) {
      var random = new Random(name.hashCode());
      var shuffled =
          transcripts().lines(name).stream()
              .map(line -> changed(line, node -> shuffled(node, random)))
              .toList();

      assertThat(transcripts().outcome(name, shuffled))
          .as(name)
          .isEqualTo(transcripts().outcome(name));
    }
  }

  @Test
  void ten_megabytes_of_a_line_are_no_trouble() {
    var flood = "x".repeat(TEN_MEGABYTES);
    for (var line :
        List.of(
            flood,
            "{\"type\":\"" + flood + "\"}",
            "{\"type\":\"result\",\"subtype\":\"success\",\"result\":\"" + flood,
            "[".repeat(TEN_MEGABYTES))) {
      assertThat(program.adapter().parse(line)).noneMatch(AgentEvent.Finished.class::isInstance);
    }
  }

  /// Breaks one line of each call, again and again, each time another one.
  private void eachBroken(BiFunction<String, Random, List<String>> breaking) {
    for (var name : transcripts().names()) {
      if (name.equals(TWO_ENDS)) {
        continue;
      }
      var lines = transcripts().lines(name);
      var well = transcripts().outcome(name) instanceof Succeeded;
      var random = new Random(name.hashCode());
      for (var round = 0; round < ROUNDS && !lines.isEmpty(); round++) {
        var at = random.nextInt(lines.size());
        var broken = new ArrayList<>(lines.subList(0, at));
        broken.addAll(breaking.apply(lines.get(at), random));
        broken.addAll(lines.subList(at + 1, lines.size()));
        var outcome = transcripts().outcome(name, broken);
        assertThat(well || !(outcome instanceof Succeeded)).as("%s: %s", name, broken).isTrue();
      }
    }
  }

  private static String changed(String line, java.util.function.UnaryOperator<JsonNode> change) {
    try {
      return Tree.line(change.apply(Tree.parse(line)));
    } catch (IOException noJson) {
      return line;
    }
  }

  private static JsonNode shuffled(JsonNode node, Random random) {
    if (node.isArray()) {
      var array = Tree.object().putArray("all");
      node.forEach(one -> array.add(shuffled(one, random)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    Collections.shuffle(names, random);
    var object = Tree.object();
    names.forEach(name -> object.set(name, shuffled(node.path(name), random)));
    return object;
  }

  /// The same object with one field of another type.
  private static JsonNode other(JsonNode node, Random random) {
    if (!node.isObject() || node.isEmpty()) {
      return node;
    }
    var object = Tree.object();
    var odd = random.nextInt(node.size());
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    IntStream.range(0, names.size())
        .forEach(at ->
            object.set(
                names.get(at), at == odd ? odd(random) : other(node.path(names.get(at)), random)));
    return object;
  }

  private static JsonNode odd(Random random) {
    var values = Tree.object().putArray("all").add(17).add(true).add("odd").addNull();
    values.addObject().put("odd", 1);
    values.addArray();
    return values.get(random.nextInt(values.size()));
  }

  private Transcripts transcripts() {
    return new Transcripts(program.adapter());
  }
}
