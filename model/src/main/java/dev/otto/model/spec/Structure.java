package dev.otto.model.spec;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// What the product is made of; each kind of product says it in its own terms.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Structure.Webapp.class, name = "webapp"),
  @JsonSubTypes.Type(value = Structure.Cli.class, name = "cli"),
  @JsonSubTypes.Type(value = Structure.Api.class, name = "api"),
  @JsonSubTypes.Type(value = Structure.Service.class, name = "service"),
  @JsonSubTypes.Type(value = Structure.Library.class, name = "library")
})
public sealed interface Structure {
  /// A product that is used in a browser.
  record Webapp(List<String> routes, List<String> components, List<String> dataModel)
      implements Structure {
    public Webapp {
      routes = List.copyOf(routes);
      components = List.copyOf(components);
      dataModel = List.copyOf(dataModel);
    }
  }

  /// A product that is used on a command line.
  record Cli(String entryPoint, List<String> commands) implements Structure {
    public Cli {
      requireNonNull(entryPoint);
      commands = List.copyOf(commands);
    }
  }

  /// A product that programs call over HTTP.
  record Api(String framework, List<String> routes, String auth) implements Structure {
    public Api {
      requireNonNull(framework);
      requireNonNull(auth);
      routes = List.copyOf(routes);
    }
  }

  /// A product that runs in the background of others.
  record Service(String framework, List<String> routes, String auth) implements Structure {
    public Service {
      requireNonNull(framework);
      requireNonNull(auth);
      routes = List.copyOf(routes);
    }
  }

  /// A product that other code is linked with.
  record Library(String language, @JsonProperty("package") String packageName)
      implements Structure {
    public Library {
      requireNonNull(language);
      requireNonNull(packageName);
    }
  }

  /// The kind of product as specs write it.
  default String word() {
    return switch (this) {
      case Webapp _ -> "webapp";
      case Cli _ -> "cli";
      case Api _ -> "api";
      case Service _ -> "service";
      case Library _ -> "library";
    };
  }
}
