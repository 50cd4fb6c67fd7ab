package dev.otto.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class HostTroubleTest {
  @Test
  void what_the_machine_does_has_a_sentence_and_a_next_step() {
    assertThat(HostTrouble.in(new FileSystemException("/x/y", null, "Read-only file system")))
        .contains("nothing can be written at /x/y; make it writable, then resume the run");
    assertThat(
            HostTrouble.in(
                new UncheckedIOException(
                    new FileSystemException("/x", null, "No space left on device"))))
        .contains("there is no room left at /x; make room, then resume the run");
    assertThat(HostTrouble.in(new AccessDeniedException("/x")))
        .contains("nothing may be written at /x; make it writable, then resume the run");
    assertThat(
            HostTrouble.in(
                new IllegalArgumentException(new IOException("error=24, Too many open files"))))
        .contains(
            "the machine allows no more open files; raise `ulimit -n` and restart Otto, then resume"
                + " the run");
    assertThat(HostTrouble.in(new IOException("error=11, Resource temporarily unavailable")))
        .hasValueSatisfying(words -> assertThat(words).contains("no more processes"));
  }

  @Test
  void what_is_something_else_is_left_as_it_is() {
    assertThat(HostTrouble.in(new IllegalStateException("a bug"))).isEmpty();
  }
}
