package dev.otto.standalone;

import dev.otto.activities.process.cell.Sandbox;
import java.util.Map;

/// How much the settings want walls around foreign code.
record SandboxSetting(SettingsFile file, Map<String, String> environment) {
  Sandbox choice() {
    return Setting.of(environment, "OTTO_SANDBOX", file.sandbox(), "sandbox")
        .map(SandboxSetting::named)
        .orElse(Sandbox.PREFERRED);
  }

  private static Sandbox named(Setting sandbox) {
    return switch (sandbox.value()) {
      case "required" -> Sandbox.REQUIRED;
      case "preferred" -> Sandbox.PREFERRED;
      // YAML reads a bare `off` as a word of its own.
      case "off", "false" -> Sandbox.OFF;
      default -> throw sandbox.wrong("required, preferred or off");
    };
  }
}
