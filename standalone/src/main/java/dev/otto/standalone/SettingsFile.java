package dev.otto.standalone;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.otto.activities.provider.WishesInFile;
import dev.otto.model.settings.AgentWishes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The server's settings as the user wrote them in `config.yaml`. What is absent, empty or `null`
/// is not set.
record SettingsFile(
    Optional<String> engine,
    Optional<String> temporal,
    @JsonProperty("engine_download") Optional<String> engineDownload,
    Optional<String> sandbox,
    Database database,
    Map<String, Provider> providers,
    JsonNode provider,
    JsonNode model,
    JsonNode effort,
    JsonNode agents,
    @JsonProperty("max_turns_per_call") JsonNode maxTurns,
    JsonNode prices) {
  private static final JsonNode ABSENT = NullNode.getInstance();
  private static final Database NONE =
      new Database(Optional.empty(), Optional.empty(), Optional.empty());
  private static final SettingsFile EMPTY =
      new SettingsFile(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          NONE,
          Map.of(),
          ABSENT,
          ABSENT,
          ABSENT,
          ABSENT,
          ABSENT,
          ABSENT);
  private static final ObjectMapper STRICT =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .addModule(new Jdk8Module())
          .build();

  SettingsFile {
    database = Objects.requireNonNullElse(database, NONE);
    providers = Objects.requireNonNullElse(providers, Map.of());
    provider = Objects.requireNonNullElse(provider, ABSENT);
    model = Objects.requireNonNullElse(model, ABSENT);
    effort = Objects.requireNonNullElse(effort, ABSENT);
    agents = Objects.requireNonNullElse(agents, ABSENT);
    maxTurns = Objects.requireNonNullElse(maxTurns, ABSENT);
    prices = Objects.requireNonNullElse(prices, ABSENT);
  }

  /// The part about one provider.
  record Provider(
      Optional<String> program,
      Optional<String> model,
      Optional<String> url,
      Optional<String> key,
      Optional<String> login) {
    static final Provider NONE =
        new Provider(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /// The part about the database.
  record Database(Optional<String> url, Optional<String> user, Optional<String> password) {}

  /// Who shall think, as the user has it.
  AgentWishes wishes() {
    var tree = STRICT.createObjectNode();
    tree.set("provider", provider);
    tree.set("model", model);
    tree.set("effort", effort);
    tree.set("agents", agents);
    tree.set("max_turns_per_call", maxTurns);
    try {
      return new WishesInFile("config.yaml")
          .read(tree, name -> OwnAgentSetting.inFile(agents.path(name)));
    } catch (WishesInFile.Unusable unusable) {
      throw new SettingsRefusal.Unusable(unusable.sentence()).refused();
    }
  }

  static SettingsFile read(Path file) {
    if (!Files.exists(file)) {
      return EMPTY;
    }
    try {
      var tree = STRICT.readTree(Files.readString(file));
      return tree.isMissingNode() || tree.isNull()
          ? EMPTY
          : STRICT.treeToValue(tree, SettingsFile.class);
    } catch (UnrecognizedPropertyException unknown) {
      throw new SettingsRefusal.UnknownKey(file, unknown.getPropertyName(), known(unknown))
          .refused();
    } catch (JsonProcessingException unreadable) {
      throw new SettingsRefusal.Unreadable(file, firstLine(unreadable)).refused();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String known(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds().stream()
        .map(String::valueOf)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String firstLine(JsonProcessingException unreadable) {
    var words = unreadable.getOriginalMessage().lines().findFirst().orElse("it is no YAML");
    var place = unreadable.getLocation();
    return place == null || place.getLineNr() < 1
        ? words
        : "line %d: %s".formatted(place.getLineNr(), words);
  }
}
