package dev.otto.activities.process;

import dev.otto.model.Digest;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A log file that holds the beginning and the end of a stream and says in between how much was
/// cut. It is written as the stream comes, so that it can be read meanwhile; only the end waits
/// until the stream has ended.
///
/// A disk that takes no more is no trouble for the command: what does not fit is cut.
final class CappedLog {
  private static final Logger log = LoggerFactory.getLogger(CappedLog.class);
  private static final int LONGEST_END = 256 << 10;
  private static final String MARK = "\n[otto: %d bytes were cut here]\n";

  private final Path file;
  private final FileOutputStream sink;
  private final MessageDigest digest = Digest.sha256();
  private final LastBytes end;
  private long room;
  private long length;
  private long lost;
  private boolean closed;

  CappedLog(Path file, long cap) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.file = file;
    this.sink = new FileOutputStream(file.toFile());
    this.end = new LastBytes((int) Math.min(LONGEST_END, cap / 4));
    this.room = cap - end.size() - MARK.length() - 20;
  }

  /// Keeps the bytes; answers how many of them belong to the beginning.
  synchronized int write(byte[] bytes, int count) {
    var kept = closed ? 0 : (int) Math.min(count, room);
    room -= kept;
    append(bytes, 0, kept);
    end.add(bytes, kept, count - kept);
    return kept;
  }

  /// How many bytes the log had to leave out between beginning and end.
  synchronized long cut() {
    return lost + end.dropped();
  }

  /// The bytes that came after the beginning and are kept.
  synchronized byte[] end() {
    return end.bytes();
  }

  /// Writes the end and closes the file; what comes later is ignored.
  synchronized Log close() {
    if (!closed) {
      closed = true;
      if (end.dropped() > 0) {
        append(MARK.formatted(end.dropped()).getBytes(StandardCharsets.UTF_8));
      }
      append(end.bytes());
      closeFile();
    }
    return new Log(file, new Digest(hex()), length, cut());
  }

  private void append(byte[] bytes) {
    append(bytes, 0, bytes.length);
  }

  private void append(byte[] bytes, int from, int count) {
    if (lost > 0) {
      lost += count;
      return;
    }
    try {
      sink.write(bytes, from, count);
      digest.update(bytes, from, count);
      length += count;
    } catch (IOException trouble) {
      log.warn("log cut short: file={} bytes={}", file, length, trouble);
      lost += count;
      cutTornWrite();
    }
  }

  private void cutTornWrite() {
    try {
      sink.getChannel().truncate(length);
    } catch (IOException trouble) {
      log.warn("log torn: file={}", file, trouble);
    }
  }

  private void closeFile() {
    try {
      sink.close();
    } catch (IOException trouble) {
      log.warn("log not closed: file={}", file, trouble);
    }
  }

  private String hex() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
