package dev.otto.activities.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.otto.activities.provider.WishesInFile;
import dev.otto.model.Refusal;
import dev.otto.model.settings.AgentWishes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// The project's own settings, `otto.yaml` in the top folder of its repository. It is not trusted:
/// it may choose among agents that the user has, and names no program.
record ProjectFile(Path top) {
  private static final String NAME = "otto.yaml";
  private static final int LONGEST = 64 << 10;
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// Why it cannot be heard.
  record Unusable(String sentence) implements Refusal {
    @Override
    public String code() {
      return "project-file-unusable";
    }

    @Override
    public String nextStep() {
      return "Correct the file.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /// Who shall think, as the project has it.
  AgentWishes wishes() {
    try {
      return new WishesInFile(NAME).read(tree(), _ -> false);
    } catch (WishesInFile.Unusable unusable) {
      throw new Unusable(unusable.sentence()).refused();
    }
  }

  private JsonNode tree() {
    var file = top.resolve(NAME);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return MissingNode.getInstance();
    }
    try (var stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      var bytes = stream.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new Unusable("otto.yaml is longer than 64 kB.").refused();
      }
      return YAML.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException unreadable) {
      throw new Unusable("otto.yaml cannot be read: %s.".formatted(why(unreadable))).refused();
    } catch (IOException unreadable) {
      throw new Unusable("otto.yaml cannot be read.").refused();
    }
  }

  private static String why(JsonProcessingException unreadable) {
    var words = unreadable.getOriginalMessage().lines().findFirst().orElse("it is no YAML");
    var place = unreadable.getLocation();
    return place == null || place.getLineNr() < 1
        ? words
        : "line %d: %s".formatted(place.getLineNr(), words);
  }
}
