package dev.otto.activities.process.cell;

import dev.otto.activities.process.Command;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.ProcessStarter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A server in a JVM of its own, of whatever user starts it, in whose Cells a command tries to get
/// out. It stands there as the command of an agent, as a check and as a product does. What became
/// of each try is told line by line.
final class Fugitive {
  /// In the server's environment, and in all that must not be read.
  static final String CANARY = "canary-of-the-server";

  /// A command that succeeds got out.
  private static final String TRIES =
      """
      try() { what=$1; shift; if "$@" > tried 2>&1; then echo "OUT $what"; else echo "held $what"; fi; }
      finds() { grep -rsq "$CANARY" "$1"; }
      reaches() { timeout 5 bash -c ": < /dev/tcp/$1"; }
      traces() { perl -e 'exit(syscall(101, 16, $ARGV[0], 0, 0) == 0 ? 0 : 1)' "$1"; }
      CANARY=canary-of-$(echo the)-server
      try remount-root mount -o remount,rw /
      try remount-bind mount -o remount,bind,rw /
      try remount-as-own-root unshare -Urm mount -o remount,bind,rw /
      try write-system touch /usr/fugitive
      try write-home touch "$OTTO/fugitive"
      try write-repository touch "$PEOPLE/repository/fugitive"
      try write-git-folder touch "$OTTO/projects/p/repository.git/refs/fugitive"
      try write-objects touch "$OTTO/projects/p/repository.git/objects/fugitive"
      try write-pointer sh -c 'echo x > .git'
      try remove-pointer rm -f .git
      try read-token finds "$OTTO/token"
      try read-contents finds "$OTTO/contents"
      try read-other-worktree finds "$OTTO/projects/p/worktrees/run/other"
      try read-login finds "$PEOPLE/login"
      try read-server-environment finds /proc/$SERVER/environ
      try read-any-environment sh -c "cat /proc/[0-9]*/environ | grep -q '$CANARY'"
      for port in $PORTS; do
        try connect-$port reaches 127.0.0.1/$port
        try connect-address-$port reaches $ADDRESS/$port
      done
      try connect-socket perl -MIO::Socket::UNIX -e 'exit(IO::Socket::UNIX->new(Peer => $ARGV[0]) ? 0 : 1)' "$OTTO/s/database"
      if [ -z "$GENTLE" ]; then
        try kill-server kill -9 $SERVER
        try kill-other kill -9 $VICTIM
        try trace-server traces $SERVER
        try trace-other traces $VICTIM
      fi
      try work-inside touch inside
      """;

  private final Path otto;
  private final Path people;
  private final Path worktree;
  private final Cells cells;

  private Fugitive(Path folder, Sandbox sandbox) {
    otto = Yard.made(folder.resolve("otto"));
    people = Yard.made(folder.resolve("people"));
    worktree = Yard.made(otto.resolve("projects/p/worktrees/run/api"));
    for (var secret : List.of("token", "contents/ab/cd", "projects/p/worktrees/run/other/file")) {
      Yard.written(otto.resolve(secret), CANARY);
    }
    Yard.written(people.resolve("login/credentials.json"), CANARY);
    Yard.written(worktree.resolve(".git"), "gitdir: " + shown());
    Stream.of("projects/p/repository.git/refs", "projects/p/repository.git/objects", "private")
        .forEach(place -> Yard.made(otto.resolve(place)));
    Yard.made(shown());
    Yard.made(people.resolve("repository"));
    cells =
        Cells.on(
            new ProcessStarter(),
            new CellSettings(sandbox, otto, List.of(people), List.of(), Optional.empty()));
  }

  public static void main(String[] words) throws IOException {
    new Fugitive(Path.of(words[0]), Sandbox.valueOf(words[1])).tellsAll();
  }

  @SuppressWarnings("SystemOut") // It is what the test reads.
  private void tellsAll() throws IOException {
    try (var api = listening();
        var database = listening();
        var engine = listening();
        var product = listening();
        var gateway = listening();
        var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(Yard.made(otto.resolve("s")).resolve("database")));
      var ports =
          Stream.of(api, database, engine, product)
              .map(ServerSocket::getLocalPort)
              .map(String::valueOf)
              .collect(Collectors.joining(" "));
      var victim = new ProcessBuilder("setsid", "sleep", "600").start();
      var places = places(ports, victim);
      System.out.println("walls missing: " + cells.walls().missing());
      agent((InetSocketAddress) gateway.getLocalSocketAddress(), places)
          .forEach(System.out::println);
      run("check", check(), places).forEach(System.out::println);
      run("product", check().withReach(), places).forEach(System.out::println);
      System.out.println("victim alive: " + victim.isAlive());
      victim.destroyForcibly();
    }
    System.out.println("server alive: true");
  }

  private List<String> agent(InetSocketAddress gateway, Map<String, String> places) {
    return run("agent", check().with(git()).withOutlet(gateway), places);
  }

  /// What an agent has beside its worktree.
  private List<Mount> git() {
    return List.of(
        Mount.readOnly(otto.resolve("projects/p/repository.git/objects")),
        new Mount.Writable(otto.resolve("private"), shown()));
  }

  private CellPlan check() {
    return CellPlan.of(
            new Marker("fugitive-" + UUID.randomUUID()),
            worktree,
            otto.resolve("agents/home"),
            otto.resolve("agents/temporary"))
        .with(Mount.writable(worktree), Mount.readOnly(worktree.resolve(".git")));
  }

  private List<String> run(String part, CellPlan plan, Map<String, String> places) {
    var outcome =
        cells.run(
            plan.withEnvironment(places),
            new Command(
                List.of("sh", "-c", TRIES),
                Patience.of(Duration.ofMinutes(5)),
                Logs.in(otto.resolve("logs").resolve(part))));
    return Yard.text(outcome.out().file()).lines().map(line -> part + " " + line).toList();
  }

  private Map<String, String> places(String ports, Process victim) throws IOException {
    var places = new HashMap<String, String>();
    places.put("OTTO", otto.toString());
    places.put("PEOPLE", people.toString());
    places.put("SERVER", String.valueOf(ProcessHandle.current().pid()));
    places.put("VICTIM", String.valueOf(victim.pid()));
    places.put("PORTS", ports);
    places.put("ADDRESS", InetAddress.getLocalHost().getHostAddress());
    places.put("GENTLE", cells.walls().processes() ? "" : "yes");
    return places;
  }

  private Path shown() {
    return otto.resolve("projects/p/shown/run/api");
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }
}
