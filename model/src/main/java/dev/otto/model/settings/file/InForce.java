package dev.otto.model.settings.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.otto.model.json.Yaml;
import dev.otto.model.settings.AgentWish;
import dev.otto.model.settings.AgentWishes;
import dev.otto.model.settings.Effort;
import dev.otto.model.settings.LimitWords;
import dev.otto.model.settings.Role;
import dev.otto.model.settings.RunWishes;
import dev.otto.model.settings.file.Written.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which value of each key holds, given an environment and the two files, and where it was said.
public record InForce(Map<String, String> environment, Written project, Written user) {
  public InForce {
    environment = Map.copyOf(environment);
  }

  /// Where a value comes from.
  public enum Source {
    @JsonProperty("environment")
    ENVIRONMENT,
    @JsonProperty("project")
    PROJECT,
    @JsonProperty("user")
    USER,
    @JsonProperty("built-in")
    BUILT_IN
  }

  /// A key with its value in words.
  ///
  /// @param said the variable or the key that says it; none of built-in values
  public record Held(Key<?> key, String name, String value, Source source, Optional<String> said) {}

  /// All keys; one with a word of the user's own as often as it is said.
  public List<Held> all() {
    return Keys.all().stream().flatMap(this::held).toList();
  }

  private Stream<Held> held(Key<?> key) {
    var roles = Arrays.stream(Role.values()).map(role -> ofRole(key, role));
    var ofRole = roles.flatMap(Optional::stream).findFirst();
    if (ofRole.isPresent()) {
      return ofRole.stream();
    }
    return key.free() ? free(key) : Stream.of(said(key, key.name()).orElseGet(() -> builtIn(key)));
  }

  private Stream<Held> free(Key<?> key) {
    var names =
        user.said().stream().filter(it -> it.key().name().equals(key.name())).map(Said::name);
    var all = names.flatMap(name -> said(key, name).stream()).toList();
    return all.isEmpty() ? Stream.of(builtIn(key)) : all.stream();
  }

  private static Held builtIn(Key<?> key) {
    return new Held(key, key.name(), key.fallback(), Source.BUILT_IN, Optional.empty());
  }

  private Optional<Held> said(Key<?> key, String name) {
    var inFiles =
        tightened(key)
            .or(() -> inFile(key, name, Source.PROJECT, project))
            .or(() -> inFile(key, name, Source.USER, user));
    var inEnvironment = variable(key, name);
    return key.variableFirst() ? inEnvironment.or(() -> inFiles) : inFiles.or(() -> inEnvironment);
  }

  /// What a project may only make smaller, where both files say it.
  private Optional<Held> tightened(Key<?> key) {
    if (!key.equals(Keys.PROJECT_PER_DAY)) {
      return Optional.empty();
    }
    var users = user.get(Keys.PROJECT_PER_DAY);
    return project
        .get(Keys.PROJECT_PER_DAY)
        .filter(_ -> users.isPresent())
        .map(mine -> {
          var least = mine.least(users.orElseThrow());
          var source = least.equals(mine) ? Source.PROJECT : Source.USER;
          return new Held(key, key.name(), LimitWords.of(least), source, Optional.of(key.name()));
        });
  }

  private static Optional<Held> inFile(Key<?> key, String name, Source source, Written file) {
    return file.said(name)
        .filter(said -> said.key().equals(key) || key.files().size() > 1 || key.free())
        .map(said -> new Held(key, name, words(said.value()), source, Optional.of(name)));
  }

  private Optional<Held> variable(Key<?> key, String name) {
    return key.variable()
        .filter(this::set)
        .map(variable ->
            new Held(key, name, shown(key, variable), Source.ENVIRONMENT, Optional.of(variable)));
  }

  private boolean set(String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }

  /// A secret is not shown, nor what should be none and is.
  private String shown(Key<?> key, String variable) {
    var value = environment.getOrDefault(variable, "").strip();
    var fits = key.type().read(new Yaml.Text(value, 1)).isPresent();
    return key.type().secret() && !fits ? "set" : value;
  }

  /// What a role shall do is also said by what is said of all roles, in the order of
  /// [dev.otto.model.settings.AgentLayers].
  private Optional<Held> ofRole(Key<?> key, Role role) {
    var name = key.name();
    if (name.equals(Keys.provider(role).name())) {
      return Optional.of(ofRole(key, role, AgentWish::provider, Keys.PROVIDER));
    }
    if (name.equals(Keys.model(role).name())) {
      return Optional.of(ofRole(key, role, AgentWish::model, Keys.MODEL));
    }
    if (name.equals(Keys.failover(role).name())) {
      return Optional.of(ofRole(key, role, InForce::failover, Keys.FAILOVER));
    }
    return name.equals(Keys.effort(role).name())
        ? Optional.of(ofRole(key, role, wish -> wish.effort().map(Effort::word), Keys.EFFORT))
        : Optional.empty();
  }

  private static Optional<String> failover(AgentWish wish) {
    return Optional.of(String.join(", ", wish.failover())).filter(words -> !words.isEmpty());
  }

  private Held ofRole(
      Key<?> key, Role role, Function<AgentWish, Optional<String>> part, Key<?> ofAll) {
    var known = AgentWish.NONE;
    for (var layer : layers(key, role, ofAll)) {
      known = known.over(layer.wish());
      var value = part.apply(known);
      if (value.isPresent()) {
        return new Held(key, key.name(), value.get(), layer.source(), Optional.of(layer.said()));
      }
    }
    return builtIn(key);
  }

  private record Layer(Source source, String said, AgentWish wish) {
    Layer {
      wish = wish.named();
    }
  }

  private List<Layer> layers(Key<?> key, Role role, Key<?> ofAll) {
    var mine = wishes(project);
    var users = wishes(user);
    return List.of(
        new Layer(Source.ENVIRONMENT, key.variable().orElse(""), typed(role.name() + "_")),
        new Layer(Source.ENVIRONMENT, ofAll.variable().orElse(""), typed("")),
        new Layer(Source.PROJECT, key.name(), mine.of(role)),
        new Layer(Source.USER, key.name(), users.of(role)),
        new Layer(Source.PROJECT, ofAll.name(), mine.all()),
        new Layer(Source.USER, ofAll.name(), users.all()));
  }

  private static AgentWishes wishes(Written file) {
    return RunWishes.of(file).agents();
  }

  private AgentWish typed(String role) {
    return new AgentWish(
        value("OTTO_" + role + "PROVIDER"),
        value("OTTO_" + role + "MODEL"),
        value("OTTO_" + role + "EFFORT").flatMap(Effort::named));
  }

  private Optional<String> value(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static String words(Yaml value) {
    return switch (value) {
      case Yaml.Nothing _ -> "";
      case Yaml.Text(var text, _) -> text;
      case Yaml.Items(var all, _) ->
          all.stream().map(InForce::item).collect(Collectors.joining(", "));
      case Yaml.Entries(var all, _) ->
          all.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + item(entry.getValue()))
              .collect(Collectors.joining(", "));
    };
  }

  private static String item(Yaml value) {
    return switch (value) {
      case Yaml.Items(var all, _) ->
          all.stream().map(InForce::words).collect(Collectors.joining(" "));
      case Yaml.Entries _ -> "{" + words(value) + "}";
      case Yaml.Nothing _, Yaml.Text _ -> words(value);
    };
  }
}
