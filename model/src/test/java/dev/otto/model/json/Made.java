package dev.otto.model.json;

import dev.otto.model.path.Glob;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Values made by their types alone, for tests that walk through records.
public final class Made {
  private static final Map<Class<?>, Object> SCALARS =
      Map.of(
          String.class,
          "a",
          boolean.class,
          true,
          int.class,
          1,
          long.class,
          1L,
          Glob.class,
          new Glob("a"),
          Instant.class,
          Instant.EPOCH);

  private Made() {}

  /// Whether the record cannot be made without this component.
  public static boolean insists(Class<?> type, RecordComponent component) {
    var components = type.getRecordComponents();
    var values =
        Stream.of(components)
            .map(one ->
                one.getName().equals(component.getName())
                    ? absent(one.getType())
                    : of(one.getGenericType()));
    try {
      make(type, values.toArray());
      return false;
    } catch (InvocationTargetException refused) {
      return true;
    }
  }

  private static Object of(Type type) {
    return switch (type) {
      case ParameterizedType holder -> empty((Class<?>) holder.getRawType());
      case Class<?> plain -> of(plain);
      default -> throw new IllegalArgumentException("nobody knows how to make " + type);
    };
  }

  private static Object empty(Class<?> holder) {
    if (holder == List.class) {
      return List.of();
    }
    return holder == Map.class ? Map.of() : Optional.empty();
  }

  private static Object of(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isSealed()) {
      return of(type.getPermittedSubclasses()[0]);
    }
    if (type.isRecord()) {
      try {
        return make(
            type,
            Stream.of(type.getRecordComponents()).map(one -> of(one.getGenericType())).toArray());
      } catch (InvocationTargetException refused) {
        throw new IllegalArgumentException("a bad sample of " + type, refused.getCause());
      }
    }
    return Optional.ofNullable(SCALARS.get(type))
        .orElseThrow(() -> new IllegalArgumentException("nobody knows how to make " + type));
  }

  private static @Nullable Object absent(Class<?> type) {
    return Map.<Class<?>, Object>of(boolean.class, false, int.class, 0, long.class, 0L).get(type);
  }

  private static Object make(Class<?> type, Object... values) throws InvocationTargetException {
    var types = Stream.of(type.getRecordComponents()).map(RecordComponent::getType);
    try {
      var constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw refused;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("every record has this constructor", impossible);
    }
  }
}
