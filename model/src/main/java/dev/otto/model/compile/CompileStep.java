package dev.otto.model.compile;

import dev.otto.model.Digest;
import dev.otto.model.call.CallOrder;

/// What compiling a spec needs next.
public sealed interface CompileStep {
  record Done() implements CompileStep {}

  record Order(CallOrder order) implements CompileStep {}

  record Call(CallOrder order) implements CompileStep {}

  /// This text is to be read as a spec.
  record Accept(Digest answer) implements CompileStep {}

  /// The revision that there is stays, for this reason.
  record Keep(String why) implements CompileStep {}

  /// There will be no spec, for this reason.
  record Block(String why) implements CompileStep {}
}
