package dev.otto.activities.agent.scripted.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.model.Digest;
import dev.otto.model.call.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads recipe files. The whole file is read and checked, also the documents that are not played.
public final class RecipeReader {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final Path file;
  private final Path folder;

  private RecipeReader(Path file) {
    this.file = file;
    this.folder = file.toAbsolutePath().resolveSibling("");
  }

  /// The recipe in the file, or a [RecipeFault].
  public static Recipe read(Path file) {
    return new RecipeReader(file).recipe();
  }

  private Recipe recipe() {
    var documents = new ArrayList<Recipe.Document>();
    for (var tree : trees()) {
      documents.add(document(documents.size() + 1, tree));
    }
    if (documents.isEmpty()) {
      throw new RecipeFault("The recipe %s has no document.".formatted(file.getFileName()));
    }
    return new Recipe(documents);
  }

  private List<JsonNode> trees() {
    try (var parser = YAML.createParser(Files.readString(file))) {
      var trees = new ArrayList<JsonNode>();
      while (parser.nextToken() != null) {
        var tree = Tree.read(parser);
        if (!tree.isNull()) {
          trees.add(tree);
        }
      }
      return trees;
    } catch (NoSuchFileException missing) {
      throw new RecipeFault("There is no recipe %s.".formatted(file));
    } catch (IOException unreadable) {
      throw new RecipeFault(
          "%s is not YAML: %s.".formatted(file.getFileName(), Tree.words(unreadable)));
    }
  }

  private Recipe.Document document(int number, JsonNode tree) {
    var place = "%s, document %d".formatted(file.getFileName(), number);
    var fields = new Fields(place, folder, tree);
    var name = fields.maybeString("recipe");
    var when =
        fields
            .maybeTree("when")
            .map(mapping -> when(new Fields(place + ", when", folder, mapping)))
            .orElse(When.ALWAYS);
    var steps = steps(place, fields);
    fields.end();
    return new Recipe.Document(number, name, when, steps, Digest.of(Tree.line(tree)));
  }

  private static When when(Fields fields) {
    var when =
        new When(
            fields.maybeString("stage").map(word -> stage(word, fields)),
            fields.maybeString("group"),
            fields.maybeWhole("attempt", 1),
            fields.maybeWhole("round", 0),
            fields.maybeWhole("try", 1));
    fields.end();
    return when;
  }

  private static Stage stage(String word, Fields fields) {
    return Recipe.stage(word)
        .orElseThrow(() ->
            fields.fault(
                "'%s' is none of the stages spec, build, fix, conflict and audit".formatted(word)));
  }

  private List<Step> steps(String place, Fields fields) {
    var written = fields.tree("steps");
    if (!written.isArray()) {
      throw fields.fault("'steps' must be a list, not " + Fields.kind(written));
    }
    var reader = new Steps(folder);
    var steps = new ArrayList<Step>();
    for (var step : written) {
      steps.add(reader.read("%s, step %d".formatted(place, steps.size() + 1), step));
    }
    if (steps.stream().skip(1).anyMatch(Step.SlowStart.class::isInstance)) {
      throw fields.fault("'slow_start' must be the first step");
    }
    return steps;
  }
}
