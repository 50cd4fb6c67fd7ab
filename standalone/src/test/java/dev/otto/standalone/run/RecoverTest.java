package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.workspace.SalvagedWork;
import dev.otto.model.Refusal;
import dev.otto.model.group.SalvageView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a group had done when its run was aborted is put away, and can be brought back (W-52).
@Tag("slow")
class RecoverTest {
  @TempDir Path folder;

  @Test
  void work_of_an_aborted_run_comes_back_as_a_branch_of_the_users_repository() throws IOException {
    var repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("parts/base"));
    try (var house = new House(folder.resolve("home"))) {
      var run = house.ask(repository, Wish.playing("parts").building(Parts.of("waiting")));
      house.begins(run, "waiting");
      Files.writeString(house.worktree(run, "waiting").resolve("parts/waiting/half.txt"), "half");
      var _ = house.obeys(run, Ada.aborts("waiting"));
      house.ends(run);
      var salvaged = new SalvagedWork(house.hands().host(), house.jdbi());

      var one = salvaged.all().salvaged().getFirst();
      assertThat(one.name()).isEqualTo(run + "/waiting/1");
      assertThat(one.files()).isPositive();
      var wanted = new SalvageView.Wanted(run.value(), "waiting", 1);
      assertThat(salvaged.restored(wanted)).isEqualTo(one);
      assertThat(salvaged.restored(wanted)).as("again").isEqualTo(one);

      assertThat(repository.git("show", one.branch() + ":parts/waiting/half.txt"))
          .isEqualTo("half");
      assertThat(repository.git("status", "--porcelain")).isEmpty();
      assertThatThrownBy(() -> salvaged.restored(new SalvageView.Wanted(run.value(), "waiting", 9)))
          .isInstanceOf(Refusal.Refused.class)
          .hasMessageContaining("Nothing was salvaged as");
    }
  }
}
