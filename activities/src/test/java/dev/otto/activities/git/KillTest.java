package dev.otto.activities.git;

import static dev.otto.activities.git.Bench.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.process.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kill anything, any time, lose nothing: as far as git is concerned.
@Tag("slow")
class KillTest {
  /// Every how many commands the story is killed; 1 tries each of them.
  private static final int STEP = Integer.getInteger("otto.kill.step", 53);

  @TempDir Path folder;

  @Test
  void a_story_that_is_killed_anywhere_and_told_again_ends_the_same() {
    var user = aUser("whole");
    var commands = new AtomicInteger();
    var bench = bench("whole", counting(commands));
    new Story(bench, user, folder.resolve("whole")).told();
    var last = commands.get();
    var whole = all(bench, user);
    assertThat(last).isBetween(100, 400);

    for (var number = 1; number <= last; number += STEP) {
      assertThat(killedAndTold(number, true)).isEqualTo(whole);
      assertThat(killedAndTold(number, false)).isEqualTo(whole);
    }
  }

  private List<String> killedAndTold(int number, boolean before) {
    var name = (before ? "before " : "after ") + number;
    var user = aUser(name);
    var dying = bench(name, killing(new AtomicInteger(), number, before));
    assertThatThrownBy(() -> new Story(dying, user, folder.resolve(name)).told())
        .isInstanceOf(Killed.class);
    var told = bench(name, Bench::run);
    new Story(told, user, folder.resolve(name)).told();
    return all(told, user);
  }

  private User aUser(String name) {
    var user = Story.setting(folder.resolve(name + "/shop"));
    user.git("add", "-A");
    user.shell(
        "GIT_AUTHOR_DATE='%s' GIT_COMMITTER_DATE='%1$s' git commit -q --amend --reset-author -m Begin"
            .formatted(GitEnvironment.date(NOON)));
    return user;
  }

  private Bench bench(String name, Function<Program, Program.Ended> programs) {
    return new Bench(folder.resolve(name + "/home"), Fence.OPEN, programs);
  }

  /// All refs of Otto's clone and of the user, salvage aside: a kill may have more to salvage.
  private static List<String> all(Bench bench, User user) {
    var refs = bench.clone(user).refs().below("refs/").stream().map(Object::toString);
    return java.util.stream.Stream.concat(refs, user.git("for-each-ref").lines())
        .filter(line -> !line.contains("/salvage/") && !line.contains("/incoming/"))
        .toList();
  }

  private static Function<Program, Program.Ended> counting(AtomicInteger count) {
    return program -> {
      count.incrementAndGet();
      return Bench.run(program);
    };
  }

  private static Function<Program, Program.Ended> killing(
      AtomicInteger count, int number, boolean before) {
    return program -> {
      var now = count.incrementAndGet();
      if (now > number || (before && now == number)) {
        throw new Killed();
      }
      var ended = Bench.run(program);
      if (now == number) {
        throw new Killed();
      }
      return ended;
    };
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
