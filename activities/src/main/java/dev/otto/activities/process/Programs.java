package dev.otto.activities.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Runs Otto's own short programs to their end, outside any Cell.
public final class Programs {
  private static final Path WITH_PARENT = Path.of("/usr/bin/setpriv");
  private static final int COMPLAINT = 8_000;

  private final ProcessStarter starter;
  private final boolean endsThem = Files.isExecutable(WITH_PARENT);

  public Programs(ProcessStarter starter) {
    this.starter = starter;
  }

  /// Runs it and waits. An interrupt ends the program.
  public Program.Ended run(Program program) {
    try {
      return ended(program, started(program));
    } catch (IOException trouble) {
      throw new UncheckedIOException(
          "%s: %s".formatted(program.words().getFirst(), trouble.getMessage()), trouble);
    }
  }

  private Process started(Program program) throws IOException {
    var builder = new ProcessBuilder(words(program)).directory(program.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(program.environment());
    if (program.source() instanceof Program.Source.OfFile(var file)) {
      builder.redirectInput(file.toFile());
    }
    if (program.sink() instanceof Program.Sink.IntoFile(var file)) {
      builder.redirectOutput(Redirect.to(file.toFile()));
    }
    return starter.start(builder);
  }

  private List<String> words(Program program) {
    return endsThem && !program.outlives()
        ? program.behind(List.of(WITH_PARENT.toString(), "--pdeathsig", "TERM")).words()
        : program.words();
  }

  private static Program.Ended ended(Program program, Process process) throws IOException {
    try {
      var fed = aside(() -> feed(process, program.source()));
      var complaint = aside(() -> tail(process.getErrorStream()));
      var output = aside(() -> output(process.getInputStream(), program.sink()));
      var code = process.waitFor();
      result(fed);
      return new Program.Ended(code, result(output), result(complaint));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it ran");
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean feed(Process process, Program.Source source) throws IOException {
    try (var in = process.getOutputStream()) {
      if (source instanceof Program.Source.Bytes given) {
        in.write(given.bytes());
      }
    } catch (IOException closed) {
      return false; // It ended without reading all; its exit code tells why.
    }
    return true;
  }

  private static byte[] output(InputStream out, Program.Sink sink) throws IOException {
    return switch (sink) {
      case Program.Sink.IntoFile _ -> new byte[0];
      case Program.Sink.Kept(var atMost) -> {
        var bytes = out.readNBytes(atMost + 1);
        if (bytes.length > atMost) {
          out.close();
          throw new IOException("it printed more than %d bytes".formatted(atMost));
        }
        yield bytes;
      }
    };
  }

  private static String tail(InputStream stream) throws IOException {
    var tail = new ByteArrayOutputStream();
    var buffer = new byte[COMPLAINT];
    for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
      if (tail.size() > COMPLAINT) {
        tail.reset();
      }
      tail.write(buffer, 0, read);
    }
    return tail.toString(StandardCharsets.UTF_8).strip();
  }

  /// On a platform thread: pipes hold the carriers of virtual ones (decision 0010).
  private static <T> Future<T> aside(Callable<T> work) {
    var task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name("program-pipe").start(task);
    return task;
  }

  private static <T> T result(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it ran");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException trouble) {
        throw trouble;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
