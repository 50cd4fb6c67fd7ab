package dev.otto.standalone.process;

import dev.otto.standalone.process.Program.Ending;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Starts one program of each ending and says their pids.
final class ProgramHolder {
  private ProgramHolder() {}

  @SuppressWarnings("SystemOut") // The words by which the test knows that it is ready.
  static void main(String... arguments) {
    var folder = Path.of(arguments[0]);
    var starter = ProgramStarters.here();
    for (var ending : Ending.values()) {
      var program =
          new Program(List.of("sleep", "60"), folder, folder.resolve(ending.name()), ending);
      System.out.println(ending + " " + starter.start(program).pid());
    }
    System.out.println("READY");
    new Semaphore(0).acquireUninterruptibly();
  }
}
