package dev.otto.standalone.engine;

import io.temporal.testing.TemporalDevServerOptions;
import io.temporal.testing.internal.devserver.TemporalDevServerDownloader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The release that Temporal's makers publish, of one pinned version, fetched by the downloader of
/// their SDK within a bounded time.
///
/// @param patience how long it may take
record OfficialRelease(Duration patience) implements TemporalSource {
  private static final String VERSION = "v1.8.2";

  @Override
  public String words() {
    return "the official release " + VERSION;
  }

  @Override
  public Path into(Path folder) {
    var options =
        TemporalDevServerOptions.newBuilder()
            .setDownloadVersion(VERSION)
            .setDownloadDestination(folder.toString())
            .build();
    var fetching = new FutureTask<>(() -> TemporalDevServerDownloader.prepare(options));
    // What a virtual thread reads from is closed when the thread is interrupted.
    Thread.ofVirtual().name("otto-engine-download").start(fetching);
    try {
      return fetching.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw new EngineRefusal.NotFetched(
              "it takes longer than %d s".formatted(patience.toSeconds()))
          .refused();
    } catch (ExecutionException failed) {
      throw new EngineRefusal.NotFetched(reason(failed)).refused();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineRefusal.NotFetched("it was interrupted").refused();
    } finally {
      fetching.cancel(true);
    }
  }

  /// The innermost cause; of an unknown host the message is only its name.
  private static String reason(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof java.net.UnknownHostException
        ? "nobody knows the host " + cause.getMessage()
        : String.valueOf(cause.getMessage());
  }
}
