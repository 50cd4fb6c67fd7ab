package dev.otto.activities.process.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntConsumer;

/// One direction of two connections that became one.
public final class Pipe implements Runnable {
  private static final int PIECE = 32 << 10;

  private final SocketChannel from;
  private final SocketChannel to;
  private final IntConsumer heard;

  private Pipe(SocketChannel from, SocketChannel to, IntConsumer heard) {
    this.from = from;
    this.to = to;
    this.heard = heard;
  }

  /// Carries bytes both ways until both sides have ended, then closes both.
  public static void join(SocketChannel one, SocketChannel other, ThreadFactory threads)
      throws InterruptedException, IOException {
    join(one, other, threads, _ -> {});
  }

  /// The same; tells of each piece how many bytes came from the other side.
  public static void join(
      SocketChannel one, SocketChannel other, ThreadFactory threads, IntConsumer heard)
      throws InterruptedException, IOException {
    try (one;
        other) {
      var back = threads.newThread(new Pipe(other, one, heard));
      back.start();
      new Pipe(one, other, _ -> {}).run();
      back.join();
    }
  }

  @Override
  public void run() {
    try {
      var piece = ByteBuffer.allocate(PIECE);
      while (from.read(piece) >= 0) {
        piece.flip();
        heard.accept(piece.remaining());
        while (piece.hasRemaining()) {
          to.write(piece);
        }
        piece.clear();
      }
      to.shutdownOutput();
    } catch (IOException broken) {
      end(from);
      end(to);
    }
  }

  private static void end(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to do for it.
    }
  }
}
