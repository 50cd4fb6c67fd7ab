package dev.otto.activities.agent.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentEnd;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentEvent.ToolKind;
import dev.otto.activities.agent.AgentEvent.Warning;
import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.ExpectedAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lines of `otto-agent/1`: the same for ever, and harmless when broken (W-41).
class EventLineTest {
  private static final List<String> SAMPLE = sample();

  @Test
  void every_event_is_the_saved_line_and_the_saved_line_is_the_event() {
    var events = everyEvent();

    assertThat(events.stream().map(EventLine::of)).containsExactlyElementsOf(SAMPLE);
    assertThat(SAMPLE.stream().map(EventLine::read)).containsExactlyElementsOf(events);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "17",
        "\"finished\"",
        "{}",
        "{\"type\":3}",
        "{\"type\":\"finish\"}",
        "{\"type\":\"finished\"}",
        "{\"type\":\"finished\",\"outcome\":true}",
        "{\"type\":\"finished\",\"outcome\":\"Succeeded\"}",
        "{\"type\":\"finished\",\"type\":\"finished\",\"outcome\":\"succeeded\"}",
        "{\"type\":\"finished\",\"outcome\":\"succeeded\",\"text\":{}}",
        "{\"type\":\"finished\",\"outcome\":\"succeeded\"} {}",
        "{\"type\":\"started\",\"protocol\":\"otto-agent/2\",\"conversation\":\"a\"}",
        "{\"type\":\"error\",\"kind\":\"bored\",\"text\":\"\"}",
        "{\"type\":\"error\",\"kind\":\"server\",\"retryAfterSeconds\":-1,\"text\":\"\"}",
        "{\"type\":\"usage\",\"input\":1e999999999}",
        "{\"type\":\"usage\",\"costUsd\":1e999999999}",
        "{\"type\":\"usage\",\"costUsd\":1e-999999999}",
        "{\"type\":\"usage\",\"input\":99999999999999999999}",
        "{\"type\":\"rate-limit\",\"window\":\"5h\",\"status\":\"ok\",\"resetsAt\":\"soon\"}"
      })
  void a_line_that_is_no_event_is_a_warning(String line) {
    assertThat(EventLine.read(line)).isInstanceOf(Warning.class);
  }

  @Test
  void a_line_of_ten_megabytes_or_a_thousand_brackets_is_a_warning() {
    assertThat(EventLine.read("x".repeat(10 << 20)))
        .isEqualTo(new Warning("A line of 10485760 characters was passed over."));
    assertThat(EventLine.read("[".repeat(1_000_000))).isInstanceOf(Warning.class);
  }

  @Test
  void fields_that_are_not_known_are_passed_over() {
    assertThat(EventLine.read("{\"type\":\"message\",\"text\":\"hi\",\"mood\":\"good\"}"))
        .isEqualTo(new AgentEvent.Message("hi"));
  }

  @Test
  void no_cut_of_a_successful_report_is_a_success() {
    var report = String.join("\n", SAMPLE);

    for (var length = 0; length < report.length(); length++) {
      assertThat(outcome(report.substring(0, length)))
          .isNotInstanceOf(AgentOutcome.Succeeded.class);
    }
    assertThat(outcome(report)).isInstanceOf(AgentOutcome.Succeeded.class);
  }

  @Test
  void a_report_that_is_doubled_is_no_success() {
    var doubled = new ArrayList<String>();
    SAMPLE.forEach(line -> doubled.addAll(List.of(line, line)));

    assertThat(outcome(String.join("\n", doubled))).isInstanceOf(AgentOutcome.Lost.class);
    assertThat(outcome(String.join("\n", SAMPLE) + "\n" + String.join("\n", SAMPLE)))
        .isInstanceOf(AgentOutcome.Lost.class);
  }

  @Test
  void no_garbage_makes_a_success_of_a_report_without_its_end() {
    var random = new Random(7);
    var bytes =
        String.join("\n", SAMPLE.subList(0, SAMPLE.size() - 1)).getBytes(StandardCharsets.UTF_8);

    for (var round = 0; round < 5_000; round++) {
      var broken = bytes.clone();
      for (var change = 0; change < 1 + random.nextInt(20); change++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      assertThat(outcome(new String(broken, StandardCharsets.UTF_8)))
          .isInstanceOf(AgentOutcome.Lost.class);
    }
  }

  private static AgentOutcome outcome(String report) {
    var events = report.lines().map(EventLine::read).toList();
    return AgentOutcome.of(AgentEnd.exited(0), AgentTrace.of(events), new ExpectedAnswer.Words());
  }

  private static List<AgentEvent> everyEvent() {
    try {
      return List.of(
          new AgentEvent.Started("build-api-1-0", "scripted"),
          new AgentEvent.Message("Hello, Ödön \"quoted\"\n"),
          new AgentEvent.Reasoning("hm"),
          new AgentEvent.ToolCall(
              "s1", ToolKind.SHELL, "run", Tree.parse("{\"command\":\"true\"}")),
          new AgentEvent.ToolResult("s1", false, Optional.of(3), "no"),
          new AgentEvent.ToolResult("s2", true, Optional.empty(), ""),
          new AgentEvent.Usage(12_000, 100, 800, Optional.of(new BigDecimal("0.05"))),
          new AgentEvent.Usage(1, 0, 2, Optional.empty()),
          new AgentEvent.RateLimit(
              "five-hours", "rejected", Optional.of(Instant.parse("2026-11-21T09:00:00Z"))),
          new AgentEvent.Trouble(
              ErrorKind.RATE_LIMIT,
              Optional.of(429),
              Optional.of(Duration.ofSeconds(20)),
              "Too many requests."),
          new AgentEvent.Warning("odd"),
          new AgentEvent.Finished(
              true, "Done", Optional.of(Tree.parse("{\"a\":[1,2.50,null,true,\"x\"]}"))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> sample() {
    try (var saved = EventLineTest.class.getResourceAsStream("every-event.jsonl")) {
      return new String(saved.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
