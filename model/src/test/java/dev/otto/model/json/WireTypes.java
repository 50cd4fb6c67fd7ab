package dev.otto.model.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The types of the model as the wire sees them, found in the compiled model itself.
final class WireTypes {
  private WireTypes() {}

  /// Every choice of records that is written as JSON.
  static Stream<Class<?>> choices() {
    return all()
        .filter(type -> type.isAnnotationPresent(JsonTypeInfo.class))
        .filter(Class::isSealed);
  }

  static Stream<Class<?>> enums() {
    return all().filter(Class::isEnum);
  }

  static List<JsonSubTypes.Type> kinds(Class<?> choice) {
    return List.of(choice.getAnnotation(JsonSubTypes.class).value());
  }

  /// The type as one lower-case word, such as `group-event`.
  static String word(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static Stream<Class<?>> all() {
    try (var files =
        Files.walk(
            Path.of(Run.class.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
      return files
          .map(Path::toString)
          .filter(file -> file.contains("dev/otto/model") && file.endsWith(".class"))
          .filter(file -> !file.endsWith("package-info.class"))
          .map(file -> file.substring(file.indexOf("dev/otto/model"), file.length() - 6))
          .<Class<?>>map(name -> named(name.replace('/', '.')))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name, false, WireTypes.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
