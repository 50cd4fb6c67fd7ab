package dev.otto.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private final List<String> closed = new ArrayList<>();
  private final Closing closing = new Closing();

  @Test
  void the_last_opened_is_closed_first_and_each_once() {
    add("database");
    add("engine");
    add("api");

    closing.close();
    closing.close();

    assertThat(closed).containsExactly("api", "engine", "database");
  }

  @Test
  void one_that_cannot_be_closed_keeps_no_other_open() {
    add("database");
    closing.add(
        "engine",
        () -> {
          throw new IllegalStateException("stuck");
        });

    closing.close();

    assertThat(closed).containsExactly("database");
  }

  @Test
  void what_comes_too_late_is_closed_at_once() {
    closing.close();

    add("late");

    assertThat(closed).containsExactly("late");
  }

  private void add(String name) {
    AutoCloseable thing = () -> closed.add(name);
    closing.add(name, thing);
  }
}
