package dev.otto.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListeningTest {
  @Test
  void it_tells_who_listens_from_who_does_not() throws IOException {
    try (var children = new Children();
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Listening.by(OtherProcess.current(), socket.getLocalPort())).isTrue();
      assertThat(Listening.by(children.sleeping(), socket.getLocalPort())).isFalse();
    }
  }

  @Test
  void nobody_listens_where_a_socket_was_closed() throws IOException {
    var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    socket.close();

    assertThat(Listening.by(OtherProcess.current(), socket.getLocalPort())).isFalse();
  }
}
