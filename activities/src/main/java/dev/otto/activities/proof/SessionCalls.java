package dev.otto.activities.proof;

import dev.otto.model.Contents;
import dev.otto.model.Digest;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.run.RunEvent;
import dev.otto.store.call.CallRows;
import dev.otto.store.run.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The calls of a run as its session's folder shows them, a folder for each attempt: what each
/// agent was told, and what it said, try by try.
final class SessionCalls {
  /// The most bytes of one transcript in the folder.
  static final int MOST = 1 << 20;

  private static final String SAID = "said.log";
  private static final byte[] REST =
      "{\"type\":\"warning\",\"text\":\"The rest is shown by `otto logs`.\"}\n"
          .getBytes(StandardCharsets.UTF_8);

  private final Contents contents;
  private final Map<String, CallOrder> orders;

  private SessionCalls(Contents contents, Map<String, CallOrder> orders) {
    this.contents = contents;
    this.orders = orders;
  }

  /// The files of these calls by their names.
  static Map<String, byte[]> of(Contents contents, List<Events.Row> log, List<CallRows.Row> calls) {
    var session = new SessionCalls(contents, orders(log));
    var files = new LinkedHashMap<String, byte[]>();
    calls.forEach(call -> files.putAll(session.files(call)));
    return files;
  }

  /// The first order of each call that was made, by its id.
  private static Map<String, CallOrder> orders(List<Events.Row> log) {
    var orders = new HashMap<String, CallOrder>();
    log.stream()
        .map(row -> row.body() instanceof RunEvent.OfCall(var call) ? Optional.of(call) : none())
        .flatMap(Optional::stream)
        .forEach(call -> {
          orders.putIfAbsent(call.order().id().value(), call.order());
          if (call instanceof CallEvent.Moved moved) {
            orders.putIfAbsent(moved.next().id().value(), moved.next());
          }
        });
    return orders;
  }

  private static Optional<CallEvent> none() {
    return Optional.empty();
  }

  private Map<String, byte[]> files(CallRows.Row call) {
    var files = new LinkedHashMap<String, byte[]>();
    Optional.ofNullable(orders.get(call.id()))
        .ifPresent(order -> {
          var name = folder(order) + "/" + call.id() + repetition(call.tries());
          told(call).ifPresent(prompt -> files.put(name + ".prompt.md", prompt));
          said(call).ifPresent(words -> files.put(name + ".transcript.jsonl", words));
        });
    return files;
  }

  private static String folder(CallOrder order) {
    var group = order.group().map(name -> name + "/").orElse("");
    var attempt = String.format(Locale.ROOT, "attempt-%02d", order.attempt());
    return switch (order.stage()) {
      case SPEC -> "spec/" + attempt;
      case BUILD -> "build/" + group + attempt;
      case CONFLICT -> "merge/" + group + attempt;
      case FIX -> "repair/round-%d/".formatted(order.round()) + group + attempt;
      case AUDIT -> String.format(Locale.ROOT, "audit/attempt-%02d", order.round());
    };
  }

  private static String repetition(int tries) {
    return tries > 1 ? ".try-" + tries : "";
  }

  private Optional<byte[]> told(CallRows.Row call) {
    return Optional.ofNullable(call.prompt()).map(Digest::new).flatMap(contents::find);
  }

  /// What was heard of it on this host, in words of `otto-agent/1`; secrets were taken out when it
  /// was heard.
  private static Optional<byte[]> said(CallRows.Row call) {
    return Optional.ofNullable(call.log())
        .map(log -> Path.of(log).resolve(SAID))
        .filter(Files::isRegularFile)
        .map(SessionCalls::beginning);
  }

  /// Its whole lines, as many as a session's folder takes; a last one says where the rest is.
  static byte[] beginning(Path file) {
    try (var content = Files.newInputStream(file)) {
      var read = content.readNBytes(MOST + 1);
      return read.length > MOST ? cut(read) : read;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static byte[] cut(byte[] read) {
    var end = MOST;
    while (end > 0 && read[end - 1] != '\n') {
      end--;
    }
    var whole = Arrays.copyOf(read, end + REST.length);
    System.arraycopy(REST, 0, whole, end, REST.length);
    return whole;
  }
}
