package dev.otto.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Assumptions;

/// Folders that are small, or that nobody can write; as root alone. All are as before when this is
/// closed.
public final class Mounts implements AutoCloseable {
  private final Deque<Path> mounted = new ArrayDeque<>();

  private Mounts() {}

  /// Without the right to mount, the test is skipped, and the output says what that leaves
  /// unproven.
  @SuppressWarnings("SystemOut") // Meant for the person who reads the build's output.
  public static Mounts here(Path folder) {
    var mounts = new Mounts();
    var tried = folder.resolve("tried-mount");
    var may = mounts.may(tried);
    if (!may) {
      System.out.println("NOT PROVEN: full and read-only disks (this user may not mount)");
    }
    Assumptions.assumeTrue(may, "may not mount");
    mounts.freed(tried);
    return mounts;
  }

  private boolean may(Path tried) {
    try {
      small(tried, 1);
      return true;
    } catch (IllegalStateException forbidden) {
      return false;
    }
  }

  /// A disk of so many MiB, in a new folder.
  public Path small(Path folder, int mebibytes) {
    made(folder);
    run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
    mounted.push(folder);
    return folder;
  }

  /// Lets nobody write there from now on.
  public void readOnly(Path folder) {
    run("mount", "--bind", folder.toString(), folder.toString());
    mounted.push(folder);
    run("mount", "-o", "remount,ro,bind", folder.toString());
  }

  /// It is as it was before.
  public void freed(Path folder) {
    run("umount", "-l", folder.toString());
    mounted.remove(folder);
  }

  private static void made(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  private static void run(String... words) {
    try {
      var process = new ProcessBuilder(words).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", words) + ": " + said.strip());
      }
    } catch (IOException cannot) {
      throw new IllegalStateException(cannot);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    while (!mounted.isEmpty()) {
      freed(mounted.peek());
    }
  }
}
