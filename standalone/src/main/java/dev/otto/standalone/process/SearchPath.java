package dev.otto.standalone.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folders in which programs are looked for by name.
public record SearchPath(String folders) {
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  /// The path of an environment.
  public static SearchPath of(Map<String, String> environment) {
    return new SearchPath(environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
  }

  /// The path of this process.
  public static SearchPath current() {
    return of(System.getenv());
  }

  /// The first program of this name. Relative folders are not looked at: they mean another program
  /// in every folder.
  public Optional<Path> find(String program) {
    return SEPARATOR
        .splitAsStream(folders)
        .filter(folder -> folder.startsWith("/"))
        .flatMap(folder -> Stream.of(Path.of(folder, program)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
