package dev.otto.activities.check;

import dev.otto.activities.process.cell.Cell;
import dev.otto.model.spec.Start;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The product, started as its spec says, or the reason why it does not start.
public sealed interface Product extends AutoCloseable {
  /// The port inside a Cell with a network of its own.
  int PORT = 8080;

  /// It answers at this address.
  record Running(Cell cell, URI address) implements Product {
    @Override
    public void close() {
      ended(cell);
    }
  }

  /// It did not come up.
  record Absent(String why) implements Product {
    @Override
    public void close() {}
  }

  @Override
  void close();

  /// Starts the product and waits until it is ready, ended or out of time.
  static Product start(CheckPlace place, Start start) {
    var port = place.host().cells().walls().network() ? PORT : freePort();
    var cell = place.serve(start.argv(), port);
    var reach = cell.reach().address(port);
    var address = URI.create("http://127.0.0.1:" + reach.getPort());
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(start.ready().seconds());
    while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
      if (answers(address.resolve(start.ready().path()))) {
        return new Running(cell, address);
      }
      if (cell.ended().isDone()) {
        ended(cell);
        return new Absent("the product ended before it was ready");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    ended(cell);
    return new Absent("the product was not ready within %d s".formatted(start.ready().seconds()));
  }

  private static void ended(Cell cell) {
    cell.end("no longer needed");
    cell.outcome();
    cell.reach().close();
  }

  private static boolean answers(URI ready) {
    try {
      var connection = (HttpURLConnection) ready.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(2_000);
      connection.setInstanceFollowRedirects(false);
      return connection.getResponseCode() < 500;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException trouble) {
      throw new UncheckedIOException("this host has no free port", trouble);
    }
  }
}
