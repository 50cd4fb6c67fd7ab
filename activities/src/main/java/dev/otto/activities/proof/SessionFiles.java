package dev.otto.activities.proof;

import dev.otto.model.Contents;
import dev.otto.model.Digest;
import dev.otto.model.json.Json;
import dev.otto.model.packet.Handoff;
import dev.otto.model.packet.Manifest;
import dev.otto.model.packet.Packet;
import dev.otto.model.packet.PacketVerification;
import dev.otto.model.packet.Summary;
import dev.otto.model.run.Run;
import dev.otto.model.spec.Spec;
import dev.otto.model.spec.SpecText;
import dev.otto.store.call.CallRows;
import dev.otto.store.run.Events;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The files of a session's folder by their names: everything that is known of a run at its end,
/// for people and for scripts.
final class SessionFiles {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private SessionFiles() {}

  /// The files of the session of this run.
  ///
  /// @param text the packet as its digest names it
  static Map<String, byte[]> of(
      Contents contents,
      Run run,
      List<Events.Row> log,
      List<CallRows.Row> calls,
      Packet packet,
      String text,
      String page,
      Optional<Digest> diff) {
    var session = new SessionFiles();
    for (var digest : packet.evidence()) {
      session.add(PacketVerification.evidence(digest), contents.find(digest));
    }
    session.add("changes.patch", diff.flatMap(contents::find));
    session.add("intent.txt", packet.intent());
    packet.spec().ifPresent(spec -> session.add(packet, spec));
    session.add("spec-state.jsonl", lines(log));
    session.files.putAll(SessionCalls.of(contents, log, calls));
    session.add(Summary.FILE, pretty(summary(run, log, packet)));
    session.add(PacketVerification.PACKET, text);
    session.add(PacketVerification.PAGE, page);
    session.add(Manifest.FILE, pretty(Manifest.of(packet, session.files)));
    return session.files;
  }

  private void add(Packet packet, Spec spec) {
    add("spec/spec.json", spec.canonical());
    add("spec/spec.md", SpecText.of(spec));
    add(Handoff.FILE, pretty(Handoff.of(packet, spec)));
  }

  private static Summary summary(Run run, List<Events.Row> log, Packet packet) {
    var entries = log.stream().map(Events.Row::entry).toList();
    return Summary.of(packet, entries, run.ledger().words(run.settings().budget()));
  }

  /// One event a line.
  private static String lines(List<Events.Row> log) {
    return log.stream()
        .map(row ->
            Json.own()
                    .createObjectNode()
                    .put("seq", row.seq())
                    .put("at", row.at().truncatedTo(ChronoUnit.MILLIS).toString())
                    .put("type", row.type())
                    .set("event", Json.own().valueToTree(row.body()))
                + "\n")
        .collect(Collectors.joining());
  }

  private static String pretty(Object value) {
    return Json.own().valueToTree(value).toPrettyString() + "\n";
  }

  private void add(String name, String content) {
    files.put(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private void add(String name, Optional<byte[]> content) {
    content.ifPresent(bytes -> files.put(name, bytes));
  }
}
