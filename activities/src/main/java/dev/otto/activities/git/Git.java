package dev.otto.activities.git;

import dev.otto.activities.process.Program;
import dev.otto.activities.process.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Otto's git in one place: which git directory, which files, which index. It reads no
/// configuration but the repository's own and Otto's, and nothing that a repository names is run by
/// it (CELL: hostile git).
public final class Git {
  /// Otto may read repositories of other users; `-c` does not reach the part of git that asks.
  private static final String CONFIGURATION = "[safe]\n\tdirectory = *\n";

  private final Function<Program, Program.Ended> programs;
  private final Installation installation;
  private final Path folder;
  private final List<String> flags;
  private final Map<String, String> environment;
  private final UnaryOperator<Program> walls;

  private Git(
      Function<Program, Program.Ended> programs,
      Installation installation,
      Path folder,
      List<String> flags,
      Map<String, String> environment,
      UnaryOperator<Program> walls) {
    this.programs = programs;
    this.installation = installation;
    this.folder = folder;
    this.flags = List.copyOf(flags);
    this.environment = Map.copyOf(environment);
    this.walls = walls;
  }

  /// Git as Otto uses it, with its one configuration file in this folder of Otto's home.
  public static Git installed(Programs programs, Path executable, Path folder) {
    return installed(programs::run, executable, folder);
  }

  static Git installed(Function<Program, Program.Ended> programs, Path executable, Path folder) {
    Folders.made(folder);
    var configuration = folder.resolve("gitconfig");
    if (!Folders.holds(configuration, CONFIGURATION)) {
      Folders.removed(configuration);
      Folders.created(configuration, CONFIGURATION);
    }
    return new Git(
        programs,
        new Installation(executable, configuration),
        folder,
        GitEnvironment.FLAGS,
        Map.of(),
        UnaryOperator.identity());
  }

  /// The git of the operating system.
  public static Git installed(Programs programs, Path folder) {
    return installed(programs, Path.of("/usr/bin/git"), folder);
  }

  /// The one configuration file that every command reads.
  Path configuration() {
    return installation.configuration();
  }

  /// Git that looks for the repository of this folder itself, as a user's git does.
  Git in(Path folder) {
    return new Git(programs, installation, folder, flags, environment, walls);
  }

  /// Git on exactly this git directory.
  Git on(Path gitDirectory) {
    return in(gitDirectory).flag("--git-dir=" + gitDirectory);
  }

  /// Git on exactly this git directory and these files.
  Git on(Path gitDirectory, Path files) {
    return in(files).flag("--git-dir=" + gitDirectory).flag("--work-tree=" + files);
  }

  /// The same with a setting on top; the last one wins.
  Git with(String setting) {
    return flag("-c").flag(setting);
  }

  /// The same with an index of its own.
  Git index(Path index) {
    return variable("GIT_INDEX_FILE", index.toString());
  }

  /// The same with new objects going to a folder of their own, while those of another are only
  /// read.
  Git objects(Path own, Path borrowed) {
    return variable("GIT_OBJECT_DIRECTORY", own.toString())
        .variable("GIT_ALTERNATE_OBJECT_DIRECTORIES", borrowed.toString());
  }

  Git variable(String name, String value) {
    var more = new HashMap<>(environment);
    more.put(name, value);
    return new Git(programs, installation, folder, flags, more, walls);
  }

  /// The same behind walls.
  Git behind(UnaryOperator<Program> walls) {
    return new Git(programs, installation, folder, flags, environment, walls);
  }

  GitCommand command(String... words) {
    return GitCommand.of(this, List.of(words));
  }

  /// Runs a command that has to succeed.
  GitAnswer run(String... words) {
    return command(words).run();
  }

  /// Runs a command whose exit code is its answer.
  GitAnswer ask(String... words) {
    return command(words).ask();
  }

  Program.Ended ended(GitCommand command) {
    var words = new ArrayList<String>();
    words.add(installation.executable().toString());
    words.addAll(flags);
    words.addAll(command.words());
    var all = new HashMap<>(GitEnvironment.of(installation.configuration(), command.moment()));
    all.putAll(environment);
    return programs.apply(
        walls.apply(
            new Program(words, all, folder, command.source(), command.sink(), command.outlives())));
  }

  private Git flag(String flag) {
    var more = new ArrayList<>(flags);
    more.add(flag);
    return new Git(programs, installation, folder, more, environment, walls);
  }

  private record Installation(Path executable, Path configuration) {}
}
