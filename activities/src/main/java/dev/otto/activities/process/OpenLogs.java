package dev.otto.activities.process;

import java.io.IOException;

/// The two log files of a command that is about to write into them.
record OpenLogs(CappedLog out, CappedLog err) {
  static OpenLogs of(Logs logs) throws IOException {
    var out = new CappedLog(logs.out(), logs.cap());
    try {
      return new OpenLogs(out, new CappedLog(logs.err(), logs.cap()));
    } catch (IOException trouble) {
      out.close();
      throw trouble;
    }
  }

  void close() {
    out.close();
    err.close();
  }
}
