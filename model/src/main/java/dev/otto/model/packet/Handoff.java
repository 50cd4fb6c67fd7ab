package dev.otto.model.packet;

import dev.otto.model.spec.Spec;
import dev.otto.model.spec.Start;
import java.util.List;
import java.util.Optional;

/// `product-handoff.json` of a session: how the product is used, by the spec that was audited.
///
/// @param setup the commands that prepare a clone of it
/// @param sampleData the commands that fill it
/// @param launch the command that starts it, with the port in the variable `PORT`; none if it is
///   not started
/// @param flows what can be tried, in the words of the features
public record Handoff(
    String kind,
    String summary,
    String branch,
    Optional<String> commit,
    List<List<String>> setup,
    List<List<String>> sampleData,
    Optional<List<String>> launch,
    Optional<String> url,
    List<String> flows) {
  /// The name in the session's folder.
  public static final String FILE = "product-handoff.json";

  static final int PORT = 8080;

  public static Handoff of(Packet packet, Spec spec) {
    return new Handoff(
        spec.structure().word(),
        spec.title(),
        packet.branch(),
        packet.commit().map(commit -> commit.hex()),
        spec.setup(),
        spec.fixtures().stream().map(fixture -> fixture.argv()).toList(),
        spec.start().map(Start::argv),
        spec.start().map(start -> "http://localhost:" + PORT + start.ready().path()),
        spec.features().stream().map(feature -> feature.title()).toList());
  }
}
