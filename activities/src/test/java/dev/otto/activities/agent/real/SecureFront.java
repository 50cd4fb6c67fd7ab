package dev.otto.activities.agent.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/// A scripted model behind TLS, under the names of real hosts, with certificates of its own making.
public final class SecureFront implements AutoCloseable {
  private static final String WORD = "changeit";

  /// Codex asks by another path when it is signed in.
  private static final String SIGNED_IN = "POST /backend-api/codex/responses";

  private final Path folder;
  private final URI model;
  private final SSLServerSocket guests;
  private volatile boolean slow;

  private SecureFront(Path folder, URI model, SSLServerSocket guests) {
    this.folder = folder;
    this.model = model;
    this.guests = guests;
  }

  /// A front for that model, which is believed under these names by who believes [#authority()].
  public static SecureFront of(Path folder, URI model, Set<String> hosts)
      throws IOException, GeneralSecurityException, InterruptedException {
    Files.createDirectories(folder);
    certificates(folder, hosts);
    var guests =
        (SSLServerSocket)
            context(folder)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var front = new SecureFront(folder, model, guests);
    Thread.ofPlatform().daemon().start(front::letIn);
    return front;
  }

  /// From now on answers come in small pieces, one a second.
  void answersSlowly() {
    slow = true;
  }

  /// The file of the certificate to believe.
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), guests.getLocalPort());
  }

  @Override
  public void close() {
    try {
      guests.close();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private void letIn() {
    try {
      while (true) {
        var guest = guests.accept();
        Thread.ofPlatform().daemon().start(() -> join(guest));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void join(Socket guest) {
    try (guest;
        var there = new Socket(model.getHost(), model.getPort())) {
      var back = Thread.ofPlatform().daemon().start(() -> carry(there, guest, slow));
      carry(guest, there, false);
      back.join();
    } catch (IOException gone) {
      // So is the question.
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void carry(Socket from, Socket to, boolean slowly) {
    try {
      carry(from.getInputStream(), to.getOutputStream(), slowly);
      to.shutdownOutput();
    } catch (IOException gone) {
      // Nobody reads any more.
    }
  }

  private static void carry(InputStream in, OutputStream out, boolean slowly) throws IOException {
    var piece = new byte[slowly ? 2 << 10 : 64 << 10];
    for (var length = in.read(piece); length >= 0; length = in.read(piece)) {
      var text = new String(piece, 0, length, StandardCharsets.ISO_8859_1);
      var passed = text.replace(SIGNED_IN, "POST /v1/responses");
      out.write(passed.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      if (slowly) {
        rest();
      }
    }
  }

  private static void rest() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void certificates(Path folder, Set<String> hosts)
      throws IOException, InterruptedException {
    var names = hosts.stream().map(host -> "dns:" + host).collect(Collectors.joining(","));
    tool(folder, "-genkeypair", "-alias", "ca", "-dname", "CN=ca", "-keyalg", "EC", "-ext", "bc:c");
    tool(folder, "-genkeypair", "-alias", "leaf", "-dname", "CN=leaf", "-keyalg", "EC");
    tool(folder, "-certreq", "-alias", "leaf", "-file", "leaf.csr");
    tool(
        folder,
        "-gencert",
        "-alias",
        "ca",
        "-infile",
        "leaf.csr",
        "-outfile",
        "leaf.pem",
        "-rfc",
        "-ext",
        "san=" + names);
    tool(folder, "-importcert", "-alias", "leaf", "-file", "leaf.pem");
    tool(folder, "-exportcert", "-alias", "ca", "-rfc", "-file", "ca.pem");
    tool(folder, "-delete", "-alias", "ca");
  }

  private static void tool(Path folder, String... words) throws IOException, InterruptedException {
    var argv = new ArrayList<String>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    argv.addAll(List.of(words));
    argv.addAll(List.of("-keystore", "keys.p12", "-storepass", WORD, "-noprompt"));
    var process =
        new ProcessBuilder(argv)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("keytool.log")));
    }
  }

  private static SSLContext context(Path folder) throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), WORD.toCharArray());
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, WORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
