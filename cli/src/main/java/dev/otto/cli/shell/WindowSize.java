package dev.otto.cli.shell;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The size of a terminal as Linux knows it (`ioctl TIOCGWINSZ`): exact after every resize, without
/// a process for each look.
final class WindowSize {
  private static final long TIOCGWINSZ = 0x5413;

  /// struct winsize: rows, columns and two numbers that nobody fills.
  private static final int BYTES = 8;

  private static final MethodHandle IOCTL = ioctl();

  private WindowSize() {}

  static Optional<Size> of(int stream) {
    try (var arena = Arena.ofConfined()) {
      var window = arena.allocate(BYTES, 2);
      var failed = (int) IOCTL.invokeExact(stream, TIOCGWINSZ, window);
      var rows = window.get(ValueLayout.JAVA_SHORT, 0);
      var columns = window.get(ValueLayout.JAVA_SHORT, 2);
      return failed == 0 && rows > 0 && columns > 0
          ? Optional.of(new Size(columns, rows))
          : Optional.empty();
    } catch (Error error) {
      throw error;
    } catch (Throwable impossible) {
      throw new IllegalStateException("ioctl declares no exception", impossible);
    }
  }

  @SuppressWarnings("restricted") // The jar's manifest allows native access.
  private static MethodHandle ioctl() {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("ioctl"),
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
        Linker.Option.firstVariadicArg(2));
  }
}
