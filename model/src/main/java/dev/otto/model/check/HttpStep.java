package dev.otto.model.check;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// One request to the product and what its answer must be. Each actor keeps its own cookies;
/// redirects are not followed.
public record HttpStep(
    Optional<String> actor, Request request, Expectation expect, Map<String, Capture> capture) {
  public HttpStep {
    requireNonNull(request);
    actor = actor == null ? Optional.empty() : actor;
    expect = expect == null ? Expectation.ANY : expect;
    capture = sorted(capture);
  }

  /// The request; `${name}` in path, headers and body stands for a captured value.
  public record Request(
      String method, String path, Map<String, String> headers, Optional<String> body) {
    public Request {
      requireNonNull(method);
      requireNonNull(path);
      headers = sorted(headers);
      body = body == null ? Optional.empty() : body;
    }
  }

  /// What the answer must be: every stated part has to hold.
  public record Expectation(
      Optional<Integer> status,
      Map<String, String> headers,
      List<String> contains,
      List<String> lacks) {
    static final Expectation ANY =
        new Expectation(Optional.empty(), Map.of(), List.of(), List.of());

    public Expectation {
      status = status == null ? Optional.empty() : status;
      headers = sorted(headers);
      contains = contains == null ? List.of() : List.copyOf(contains);
      lacks = lacks == null ? List.of() : List.copyOf(lacks);
    }

    /// Whether there is an answer that would not do.
    public boolean demanding() {
      return status.isPresent() || !headers.isEmpty() || !contains.isEmpty() || !lacks.isEmpty();
    }
  }

  /// Where a value for later steps is read from the answer: exactly one of JSON pointer, header or
  /// regular expression (its first group).
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Capture(Optional<String> json, Optional<String> header, Optional<String> regex) {
    public Capture {
      json = json == null ? Optional.empty() : json;
      header = header == null ? Optional.empty() : header;
      regex = regex == null ? Optional.empty() : regex;
    }

    /// Why nothing could be read so, in one sentence, if that is certain.
    public Optional<String> fault() {
      if (Stream.of(json, header, regex).filter(Optional::isPresent).count() != 1) {
        return Optional.of("a capture has one of json, header and regex");
      }
      return regex
          .filter(pattern -> !hasGroup(pattern))
          .map(_ -> "the regular expression must be one, with a group for the value");
    }

    private static boolean hasGroup(String pattern) {
      try {
        return Pattern.compile(pattern).matcher("").groupCount() > 0;
      } catch (PatternSyntaxException _) {
        return false;
      }
    }
  }

  /// In the order of the keys, so that equal steps are written as the same text.
  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /// Who acts: the named actor, or the only one there is.
  public String who() {
    return actor.orElse("anyone");
  }
}
