package dev.otto.activities.process.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.otto.activities.process.Command;
import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.ProcessStarter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How Otto reaches a product that runs in a Cell.
class ReachTest {
  private static final String SERVER =
      Path.of(System.getProperty("java.home"), "bin/jwebserver").toString();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OFF"})
  void a_product_answers_from_inside(Sandbox sandbox) throws Exception {
    var yard = new Yard(folder, sandbox);
    Yard.written(yard.worktree.resolve("page.html"), "made by the product");
    var port = freePort();
    var cell = yard.start(yard.plan().withReach(), product(yard, port));
    try (var client = HttpClient.newHttpClient()) {
      var page = page(cell, port);
      await()
          .atMost(Yard.PLENTY)
          .ignoreExceptions()
          .until(() -> get(client, page).statusCode() == 200);

      for (var request = 0; request < 200; request++) {
        assertThat(get(client, page).body()).isEqualTo("made by the product");
      }
    }
    cell.end("seen");

    assertThat(cell.outcome().survivors()).isEmpty();
    yard.assertNothingRuns();
  }

  @Test
  void many_connections_at_once_get_a_line_each() throws Exception {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    Yard.written(yard.worktree.resolve("page.html"), "x".repeat(200_000));
    var cell = yard.start(yard.plan().withReach(), product(yard, 8080));
    var page = page(cell, 8080);
    try (var first = HttpClient.newHttpClient()) {
      await()
          .atMost(Yard.PLENTY)
          .ignoreExceptions()
          .until(() -> get(first, page).statusCode() == 200);
    }
    Set<Integer> lengths = ConcurrentHashMap.newKeySet();

    var guests =
        IntStream.range(0, 30)
            .mapToObj(
                _ -> Thread.ofVirtual().start(() -> lengths.add(lengthThroughOwnConnection(page))))
            .toList();
    for (var guest : guests) {
      guest.join();
    }
    cell.end("seen");

    assertThat(lengths).containsExactly(200_000);
    assertThat(cell.outcome().survivors()).isEmpty();
  }

  @Test
  void the_product_of_a_cell_cannot_be_reached_by_its_own_port() throws Exception {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var port = freePort();
    var cell = yard.start(yard.plan().withReach(), product(yard, port));
    var door = cell.reach().address(port);
    await().atMost(Yard.PLENTY).ignoreExceptions().until(() -> connects(door.getPort()));

    assertThat(door.getAddress().isLoopbackAddress()).isTrue();
    assertThat(door.getPort()).isNotEqualTo(port);
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
        .isInstanceOf(IOException.class);
    cell.end("seen");
    assertThat(cell.outcome().survivors()).isEmpty();
  }

  @Test
  void another_user_of_the_host_is_turned_away_at_the_door__S_7() throws Exception {
    assumeTrue(
        System.getProperty("user.name").equals("root"), "NOT PROVEN: needs root to be another");
    var yard = new Yard(folder, Sandbox.REQUIRED);
    Yard.written(yard.worktree.resolve("page.html"), "made by the product");
    var cell = yard.start(yard.plan().withReach(), product(yard, 8080));
    var door = cell.reach().address(8080).getPort();
    await().atMost(Yard.PLENTY).ignoreExceptions().until(() -> connects(door));
    var ask =
        "exec 3<>/dev/tcp/127.0.0.1/%d; printf 'GET /page.html HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3"
            .formatted(door);

    assertThat(askAs("0", ask)).contains("made by the product");
    assertThat(askAs("1000", ask)).isEmpty();
    cell.end("seen");
    assertThat(cell.outcome().survivors()).isEmpty();
  }

  @Test
  void a_port_where_nobody_listens_ends_the_connection() throws Exception {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var cell = yard.start(yard.plan().withReach(), yard.shell("touch ready; sleep 421"));
    yard.awaitFile("ready");

    try (var socket = new Socket()) {
      socket.connect(cell.reach().address(9));
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    cell.end("seen");
    assertThat(cell.outcome().survivors()).isEmpty();
  }

  @Test
  void when_the_cell_has_ended_its_doors_are_shut_and_its_socket_is_gone() throws Exception {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var cell = yard.start(yard.plan().withReach(), yard.shell("touch ready; sleep 422"));
    var door = cell.reach().address(8080);
    yard.awaitFile("ready");
    cell.end("seen");
    assertThat(cell.outcome().survivors()).isEmpty();

    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), door.getPort()))
        .isInstanceOf(IOException.class);
    assertThat(yard.otto.resolve("s")).isDirectoryNotContaining("glob:**.{sock,report,scrap}");
  }

  @Test
  void the_launcher_passes_on_how_the_command_left() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var plan = yard.plan().withReach();

    assertThat(yard.cells.run(plan, yard.shell("echo out; echo err >&2; exit 6")).ending())
        .isEqualTo(new Ending.Exited(new Exit.Code(6)));
    assertThat(yard.logs.resolve("stdout.log")).hasContent("out\n");
    assertThat(yard.logs.resolve("stderr.log")).hasContent("err\n");
    assertThat(yard.cells.run(plan, yard.shell("kill -SEGV $$")).ending())
        .isEqualTo(new Ending.Exited(new Exit.Signal(11)));
    assertThat(yard.cells.run(plan, yard.command("no-such-program")).ending())
        .isEqualTo(new Ending.Exited(new Exit.Code(127)));
    assertThat(Yard.text(yard.cells.run(plan, yard.command("cat").withInput("read")).out().file()))
        .isEqualTo("read");
  }

  @Test
  void a_command_behind_the_launcher_may_tidy_up_too() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var cell =
        yard.start(
            yard.plan().withReach(),
            yard.shell(
                "trap 'sleep 0.3; echo tidy; exit 5' TERM; touch ready; while :; do sleep 0.05; done"));
    yard.awaitFile("ready");

    cell.end("pause");

    assertThat(cell.outcome().ending()).isEqualTo(new Ending.Ended("pause", new Exit.Code(5)));
    assertThat(cell.outcome().out().file()).hasContent("tidy\n");
  }

  @Test
  void a_command_cannot_take_the_socket_away_or_lead_otto_astray() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var attack =
        "cd /run/otto; (rm -f reach.sock; mv reach.sock x; ln -sf /tmp/x reach.sock; : > reach.sock) 2>&1; test -S reach.sock && echo still there";

    assertThat(yard.said(yard.plan().withReach(), attack)).endsWith("still there\n");
  }

  private static Command product(Yard yard, int port) {
    var words =
        List.of(
            SERVER,
            "-b",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-d",
            yard.worktree.toString());
    return new Command(words, Patience.of(Duration.ofMinutes(2)), Logs.in(yard.logs));
  }

  private static URI page(Cell cell, int port) {
    return URI.create(
        "http://127.0.0.1:%d/page.html".formatted(cell.reach().address(port).getPort()));
  }

  private static HttpResponse<String> get(HttpClient client, URI page)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(page).version(HttpClient.Version.HTTP_1_1).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static int lengthThroughOwnConnection(URI page) {
    try (var client = HttpClient.newHttpClient()) {
      return get(client, page).body().length();
    } catch (IOException | InterruptedException failed) {
      return -1;
    }
  }

  private static boolean connects(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() == 'H';
    }
  }

  private static String askAs(String user, String script) throws IOException {
    var words =
        List.of(
            "setpriv", "--reuid", user, "--regid", user, "--clear-groups", "bash", "-c", script);
    var process = new ProcessStarter().start(new ProcessBuilder(words));
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static int freePort() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }
}
