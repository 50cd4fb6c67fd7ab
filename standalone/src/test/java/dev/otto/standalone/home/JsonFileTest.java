package dev.otto.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {
  @TempDir Path folder;

  record Note(String text, int number) {}

  @Test
  void a_note_is_replaced_as_a_whole_and_private() throws IOException {
    var file = JsonFile.at(folder.resolve("note.json"), Note.class);
    assertThat(file.read()).isEmpty();

    file.write(new Note("first", 1));
    file.write(new Note("second", 2));

    assertThat(file.read()).contains(new Note("second", 2));
    assertThat(Files.getPosixFilePermissions(folder.resolve("note.json"))).hasSize(2);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));

    file.delete();

    assertThat(file.read()).isEmpty();
  }

  @Test
  void a_broken_note_is_as_good_as_none() throws IOException {
    Files.writeString(folder.resolve("note.json"), "{\"text\": \"cut");

    assertThat(JsonFile.at(folder.resolve("note.json"), Note.class).read()).isEmpty();
  }
}
