package dev.otto.model.packet;

import dev.otto.model.Digest;
import java.util.List;

/// What the proof of a run rests on, as people see it.
///
/// @param worries what to look at before trusting the product, one sentence each
/// @param pieces the digests of everything that the packet names
public record EvidenceView(List<String> worries, List<Digest> pieces) {
  public EvidenceView {
    worries = List.copyOf(worries);
    pieces = List.copyOf(pieces);
  }
}
