package dev.otto.standalone;

import dev.otto.model.settings.file.Keys;
import dev.otto.model.settings.file.Written;
import dev.otto.standalone.engine.EngineChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which engine the settings name.
record EngineSetting(Written file, Map<String, String> environment) {
  private static final Pattern ADDRESS = Pattern.compile("external:(.+):(\\d{1,5})");
  private static final int LAST_PORT = 65_535;

  EngineChoice choice() {
    return Setting.of(environment, file, Keys.ENGINE).map(this::named).orElseGet(this::automatic);
  }

  private EngineChoice named(Setting engine) {
    return switch (engine.value()) {
      case "auto" -> automatic();
      case "dev-server" -> new EngineChoice.DevServer(program());
      case "in-process" -> new EngineChoice.InProcess();
      default -> external(engine);
    };
  }

  private EngineChoice automatic() {
    return new EngineChoice.Automatic(program(), download());
  }

  private boolean download() {
    return Setting.of(environment, file, Keys.ENGINE_DOWNLOAD)
        .map(EngineSetting::wanted)
        .orElse(true);
  }

  private static boolean wanted(Setting download) {
    return switch (download.value()) {
      case "on" -> true;
      case "off" -> false;
      default -> throw download.wrong("on or off");
    };
  }

  private static EngineChoice external(Setting engine) {
    var address = ADDRESS.matcher(engine.value());
    if (!address.matches() || Integer.parseInt(address.group(2)) > LAST_PORT) {
      throw engine.wrong("auto, dev-server, in-process or external:<host>:<port>");
    }
    return new EngineChoice.External(address.group(1), Integer.parseInt(address.group(2)));
  }

  private Optional<Path> program() {
    return Setting.of(environment, file, Keys.TEMPORAL).map(this::program);
  }

  private Path program(Setting temporal) {
    var path = Path.of(temporal.value());
    if (!path.isAbsolute() || !Files.isRegularFile(path) || !Files.isExecutable(path)) {
      throw temporal.wrong("the absolute path of a program");
    }
    return path;
  }
}
