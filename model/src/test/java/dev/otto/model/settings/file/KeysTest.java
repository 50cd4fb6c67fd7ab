package dev.otto.model.settings.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeysTest {
  @Test
  void a_key_that_code_can_name_is_among_those_that_readers_know() {
    var constants =
        Arrays.stream(Keys.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(KeysTest::value)
            .toList();

    assertThat(constants).hasSizeGreaterThan(10);
    assertThat(Keys.all()).doesNotHaveDuplicates().containsAll(constants);
  }

  @Test
  void what_is_there_is_not_said_to_come() {
    assertThat(Keys.all())
        .allSatisfy(key -> {
          assertThat(OtherKeys.toCome(key.name())).isEmpty();
          assertThat(OtherKeys.gone(key.name())).isEmpty();
        });
  }

  private static Key<?> value(java.lang.reflect.Field field) {
    try {
      return (Key<?>) field.get(null);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
