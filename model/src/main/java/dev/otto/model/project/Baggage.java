package dev.otto.model.project;

import dev.otto.model.Digest;
import dev.otto.model.path.Glob;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a repository brings along that programs would run or obey unasked: hooks and permissions of
/// agents, servers of tools, variables.
///
/// @param digest of all pieces: what a person allows
/// @param count how many pieces there are
/// @param pieces the first of them, by path
public record Baggage(Digest digest, int count, List<Piece> pieces) {
  /// Folders and files that agents obey.
  private static final Set<String> AGENTS = Set.of(".claude", ".codex", ".mcp.json");

  /// Files that are read as variables.
  private static final Set<String> VARIABLES = Set.of(".env", ".env.local", ".envrc");

  private static final int MOST_SHOWN = 100;

  /// A file of it.
  ///
  /// @param object the content as git names it
  public record Piece(String path, String mode, String object) {}

  public Baggage {
    pieces = List.copyOf(pieces);
  }

  /// What is baggage among the files of a commit.
  public static Baggage among(List<Piece> files) {
    var pieces =
        files.stream()
            .filter(file -> root(file.path()).isPresent())
            .sorted(Comparator.comparing(Piece::path))
            .toList();
    var lines =
        pieces.stream()
            .map(piece -> "%s %s %s\0".formatted(piece.mode(), piece.object(), piece.path()))
            .collect(Collectors.joining());
    return new Baggage(Digest.of(lines), pieces.size(), pieces.stream().limit(MOST_SHOWN).toList());
  }

  /// The path up to the folder or file that makes it baggage, such as `web/.claude`.
  public static Optional<String> root(String path) {
    var segments = path.split("/", -1);
    for (var at = 0; at < segments.length; at++) {
      if (AGENTS.contains(segments[at]) || VARIABLES.contains(segments[at])) {
        return Optional.of(String.join("/", Arrays.copyOf(segments, at + 1)));
      }
    }
    return Optional.empty();
  }

  /// Whether agents obey what lies at this root; programs of the project read the others too.
  public static boolean ofAgents(String root) {
    return AGENTS.contains(root.substring(root.lastIndexOf('/') + 1));
  }

  /// Whether the pattern means such files by their name, not only because it means everything.
  public static boolean named(Glob glob) {
    return root(glob.pattern()).isPresent();
  }

  /// The baggage in one phrase, for people.
  public String words() {
    var first = pieces.stream().map(Piece::path).limit(5).collect(Collectors.joining(", "));
    return count > 5 ? "%s and %d more".formatted(first, count - 5) : first;
  }

  public boolean empty() {
    return count == 0;
  }
}
