package dev.otto.cli.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.otto.cli.server.Build;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.json.Json;
import dev.otto.model.problem.Problem;
import dev.otto.model.project.Baggage;
import dev.otto.model.project.TrustView;
import dev.otto.model.run.RunNews;
import dev.otto.model.run.RunView;
import dev.otto.model.server.ServerView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// A server that answers what it was told to, tells what it was told has happened, and remembers
/// what it was asked.
public final class ToldServer implements AutoCloseable {
  public static final String TOKEN = "secret-of-this-home";
  public static final String BUILD = Build.current().orElse("unknown");

  private static final Pattern EVENTS = Pattern.compile("runs/[^/]*/events\\?from=(\\d+)");
  private static final Pattern AFTER = Pattern.compile("after=(\\d+)");
  private static final int PAGE = 2;

  /// A request as it came in.
  public record Asked(
      String method, String path, String token, String user, String key, String body) {}

  private record Told(int status, String type, String body, Charset charset) {
    Told(int status, String type, String body) {
      this(status, type, body, StandardCharsets.UTF_8);
    }

    /// One character stands for each byte.
    static Told ofBytes(byte[] body) {
      var charset = StandardCharsets.ISO_8859_1;
      return new Told(200, "text/plain", new String(body, charset), charset);
    }
  }

  private final Path home;
  private final HttpServer http;
  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final Map<String, HttpHandler> troubles = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<RunNews> happened = new CopyOnWriteArrayList<>();
  private final List<HttpExchange> streams = new CopyOnWriteArrayList<>();
  private final Queue<HttpHandler> nextStreams = new ConcurrentLinkedQueue<>();

  private ToldServer(Path home) throws IOException {
    this.home = home;
    this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/api/v1/", this::answer);
    http.start();
  }

  /// A server that is ready in this home, as the process that runs the test.
  public static ToldServer in(Path home) {
    try {
      var server = new ToldServer(home);
      server.answers("server", server.view(0));
      Notes.write(home, server.url(), TOKEN, ProcessHandle.current().pid(), BUILD);
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /// From now on a GET of the path is answered with this.
  public ToldServer answers(String path, Object body) {
    return says("GET " + path, 200, "application/json", Json.text(body));
  }

  /// From now on a GET of the path is answered with this text.
  public ToldServer answersText(String path, String body) {
    return says("GET " + path, 200, "text/plain", body);
  }

  /// From now on a GET of the path is answered with these bytes.
  public ToldServer answersBytes(String path, byte[] body) {
    told.put("GET " + path, Told.ofBytes(body));
    return this;
  }

  /// From now on a POST to the path is answered with this.
  public ToldServer obeys(String path, Object body) {
    return says("POST " + path, 200, "application/json", Json.text(body));
  }

  /// From now on the request is refused.
  public ToldServer refuses(
      String request, int status, String code, String detail, String nextStep) {
    var problem =
        new Problem("about:blank", "No", status, code, detail, nextStep, "r-1", List.of());
    return says(request, status, Problem.MEDIA_TYPE, Json.text(problem));
  }

  /// The next such request is heard, and its answer is lost.
  public void breaks(String request) {
    troubles.put(request, exchange -> exchange.close());
  }

  /// The next such request is refused, and only that one.
  public void refusesOnce(String request, int status, String code) {
    troubles.put(request, exchange -> send(exchange, problem(status, code)));
  }

  private static Told problem(int status, String code) {
    var problem =
        new Problem("about:blank", "No", status, code, "Not yet.", "Wait.", "r-1", List.of());
    return new Told(status, Problem.MEDIA_TYPE, Json.text(problem));
  }

  /// The run as everyone sees it from now on.
  public ToldServer shows(RunView run) {
    return answers("runs/" + run.run(), run)
        .answers("runs/latest", run)
        .answers(
            "runs/%s/baggage".formatted(run.run()),
            new TrustView(
                run.project(), run.repository(), Baggage.among(List.of()), Optional.empty()));
  }

  /// Something happened: whoever listens hears it, and whoever listens later too.
  public synchronized ToldServer happened(RunNews news) {
    happened.add(news);
    streams.forEach(stream -> write(stream, news));
    return this;
  }

  /// Something happened that no stream tells yet; whoever reads the run's log finds it.
  public ToldServer happenedUnheard(RunNews news) {
    happened.add(news);
    return this;
  }

  /// The run ended with this: who hears of it also sees it.
  public synchronized ToldServer ends(RunView run, RunNews news) {
    happened.add(news);
    shows(run);
    streams.forEach(stream -> write(stream, news));
    return this;
  }

  /// The next stream is told these words, and then cut.
  public ToldServer cutsNextStream(String words) {
    nextStreams.add(exchange -> {
      beginStream(exchange);
      write(exchange, words);
      exchange.close();
    });
    return this;
  }

  /// The next request for a stream is refused.
  public ToldServer refusesNextStream(int status, String code) {
    nextStreams.add(exchange -> send(exchange, problem(status, code)));
    return this;
  }

  /// Says this to whoever listens, as it is.
  public void tells(String text) {
    streams.forEach(stream -> write(stream, text));
  }

  /// Tells this to whoever listens, and to nobody else.
  public void tells(RunNews news) {
    streams.forEach(stream -> write(stream, news));
  }

  /// Breaks all streams.
  public void hangsUp() {
    streams.forEach(HttpExchange::close);
    streams.clear();
  }

  public int listeners() {
    return streams.size();
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// What was asked of a path, in order.
  public List<Asked> asked(String method, String path) {
    return asked.stream()
        .filter(one -> one.method.equals(method) && one.path.startsWith(path))
        .toList();
  }

  /// The server as one of this build.
  public ServerView view(int openRuns) {
    return view(BUILD, openRuns);
  }

  /// The server while something of it is away.
  public ServerView troubled(Fact trouble) {
    var well = view(0);
    return new ServerView(
        well.build(),
        well.engine(),
        well.startedAt(),
        well.state(),
        Optional.empty(),
        List.of(trouble));
  }

  public ServerView view(String build, int openRuns) {
    return new ServerView(
        build,
        Optional.of(new ServerView.EngineView("dev-server", "1.5.1", Optional.empty())),
        Instant.EPOCH,
        ServerView.Readiness.READY,
        Optional.of(openRuns),
        List.of());
  }

  /// Goes away at once, and leaves its notes behind as a killed server does.
  public void dies() {
    hangsUp();
    http.stop(0);
  }

  @Override
  public void close() {
    dies();
    Notes.delete(home);
  }

  private ToldServer says(String request, int status, String type, String body) {
    told.put(request, new Told(status, type, body));
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().toString().substring("/api/v1/".length());
    var headers = exchange.getRequestHeaders();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            path,
            String.valueOf(headers.getFirst("Authorization")),
            String.valueOf(headers.getFirst("Otto-User")),
            String.valueOf(headers.getFirst("Idempotency-Key")),
            body));
    if (path.startsWith("events?")) {
      stream(exchange, path);
      return;
    }
    var trouble = troubles.remove(exchange.getRequestMethod() + " " + path);
    if (trouble != null) {
      trouble.handle(exchange);
      return;
    }
    var answer = told.getOrDefault(exchange.getRequestMethod() + " " + path, unknown(path));
    var events = EVENTS.matcher(path);
    send(
        exchange,
        answer.status == 404 && events.matches()
            ? events(Long.parseLong(events.group(1)))
            : answer);
  }

  /// A page of what happened, small enough that there are more of them.
  private Told events(long from) {
    var rest = happened.stream().filter(news -> news.seq() >= from).toList();
    var page = rest.subList(0, Math.min(PAGE, rest.size()));
    var next = rest.size() > PAGE ? Optional.of(rest.get(PAGE).seq()) : Optional.<Long>empty();
    return new Told(200, "application/json", Json.text(new RunNews.Page(page, next)));
  }

  private static Told unknown(String path) {
    return new Told(
        404, Problem.MEDIA_TYPE, "{\"code\":\"no-such-route\",\"detail\":\"No " + path + ".\"}");
  }

  private static void send(HttpExchange exchange, Told answer) throws IOException {
    var bytes = answer.body.getBytes(answer.charset);
    exchange.getResponseHeaders().set("Content-Type", answer.type);
    exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
    try (var stream = exchange.getResponseBody()) {
      stream.write(bytes);
    }
  }

  private synchronized void stream(HttpExchange exchange, String path) throws IOException {
    var trouble = nextStreams.poll();
    if (trouble != null) {
      trouble.handle(exchange);
      return;
    }
    var newest = happened.stream().mapToLong(RunNews::id).max().orElse(0);
    var after =
        AFTER
            .matcher(path)
            .results()
            .findFirst()
            .map(it -> Long.parseLong(it.group(1)))
            .orElse(newest);
    beginStream(exchange);
    write(exchange, "event: hello\ndata: {\"bootId\":\"b\",\"after\":%d}\n\n".formatted(after));
    write(exchange, "event: heartbeat\ndata: {}\n\n");
    happened.stream().filter(news -> news.id() > after).forEach(news -> write(exchange, news));
    streams.add(exchange);
  }

  private static void beginStream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    write(exchange, "retry: 1000\n\n");
  }

  private static void write(HttpExchange exchange, RunNews news) {
    write(exchange, "id: %d\nevent: event\ndata: %s\n\n".formatted(news.id(), Json.text(news)));
  }

  private static void write(HttpExchange exchange, String text) {
    try {
      exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    } catch (IOException gone) {
      exchange.close();
    }
  }
}
