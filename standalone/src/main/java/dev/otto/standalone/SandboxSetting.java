package dev.otto.standalone;

import dev.otto.activities.process.cell.Sandbox;
import dev.otto.model.settings.file.Keys;
import dev.otto.model.settings.file.Written;
import java.util.Map;

/// How much the settings want walls around foreign code.
record SandboxSetting(Written file, Map<String, String> environment) {
  Sandbox choice() {
    return Setting.of(environment, file, Keys.SANDBOX)
        .map(SandboxSetting::named)
        .orElse(Sandbox.PREFERRED);
  }

  private static Sandbox named(Setting sandbox) {
    return switch (sandbox.value()) {
      case "required" -> Sandbox.REQUIRED;
      case "preferred" -> Sandbox.PREFERRED;
      case "off" -> Sandbox.OFF;
      default -> throw sandbox.wrong("required, preferred or off");
    };
  }
}
