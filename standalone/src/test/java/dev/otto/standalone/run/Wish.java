package dev.otto.standalone.run;

import dev.otto.activities.provider.ProviderKind;
import dev.otto.model.Contents;
import dev.otto.model.settings.RunSettings;
import java.nio.file.Path;
import java.util.Optional;

/// What a story asks for: a recipe, a spec if the recipe has none, and what differs from the usual.
///
/// @param provider who plays the recipe
/// @param reviewed whether a person looks at the spec first
/// @param seconds the budget of working time, if it has one
record Wish(
    String provider, Path recipe, Optional<Parts> parts, boolean reviewed, Optional<Long> seconds) {
  /// A run that plays the recipe in this folder of the test resources.
  static Wish playing(String folder) {
    return playing(resources().resolve(folder).resolve("recipe.yaml"));
  }

  static Wish playing(Path recipe) {
    return new Wish("scripted", recipe, Optional.empty(), false, Optional.empty());
  }

  /// A run that plays the recipe in this folder through a real agent.
  static RunSettings through(ProviderKind kind, String folder) {
    return through(kind.word(), resources().resolve(folder).resolve("recipe.yaml"));
  }

  /// A run whose provider, real or not, plays the recipe.
  static RunSettings through(String provider, Path recipe) {
    return new RunSettings(
        provider,
        Optional.of(recipe.toString()),
        Optional.empty(),
        false,
        0,
        0,
        0,
        0,
        Optional.empty(),
        0,
        0);
  }

  /// Where the recipes of the stories lie.
  static Path resources() {
    return Path.of("src/test/resources").toAbsolutePath();
  }

  Wish building(Parts wanted) {
    return new Wish(provider, recipe, Optional.of(wanted), reviewed, seconds);
  }

  Wish building(String... groups) {
    return building(Parts.of(groups));
  }

  /// The same, played through this real agent.
  Wish by(ProviderKind kind) {
    return new Wish(kind.word(), recipe, parts, reviewed, seconds);
  }

  Wish withReview() {
    return new Wish(provider, recipe, parts, true, seconds);
  }

  Wish within(long most) {
    return new Wish(provider, recipe, parts, reviewed, Optional.of(most));
  }

  RunSettings settings(Contents contents) {
    return new RunSettings(
        provider,
        Optional.of(recipe.toString()),
        parts.map(Parts::spec).map(contents::keep),
        reviewed,
        0,
        0,
        0,
        0,
        seconds,
        0,
        0);
  }
}
