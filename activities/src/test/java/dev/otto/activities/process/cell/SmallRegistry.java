package dev.otto.activities.process.cell;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A registry on this machine that has one package, for pip and for npm, and lets it be kept for a
/// day.
final class SmallRegistry implements AutoCloseable {
  static final String WHEEL = "thing-1.0-py3-none-any.whl";
  private static final String TARBALL = "thing-1.0.0.tgz";
  private static final String ABOUT = "thing-1.0.dist-info/";

  private final HttpServer server;

  private SmallRegistry(HttpServer server) {
    this.server = server;
  }

  static SmallRegistry open(Path folder)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    var place = Yard.made(folder);
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var registry = new SmallRegistry(HttpServer.create(loopback, 0));
    wheel(place.resolve(WHEEL));
    tarball(place);
    Yard.written(place.resolve("thing"), registry.described(place.resolve(TARBALL)));
    registry.serve(place);
    return registry;
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String address() {
    return "http://" + host();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(Path place) {
    var files = SimpleFileServer.createFileHandler(place);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("cache-control", "max-age=86400");
          files.handle(exchange);
        });
    server.start();
  }

  private String described(Path tarball) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(tarball));
    return """
    {"name":"thing","dist-tags":{"latest":"1.0.0"},"versions":{"1.0.0":{"name":"thing",\
    "version":"1.0.0","dist":{"tarball":"%s/%s","integrity":"sha512-%s"}}}}
    """
        .formatted(address(), TARBALL, Base64.getEncoder().encodeToString(digest));
  }

  private static void tarball(Path place) throws IOException, InterruptedException {
    Yard.written(
        place.resolve("package/package.json"), "{\"name\":\"thing\",\"version\":\"1.0.0\"}");
    Yard.written(place.resolve("package/index.js"), "module.exports = 42;");
    var tar = new ProcessBuilder("tar", "-czf", TARBALL, "package").directory(place.toFile());
    if (tar.start().waitFor() != 0) {
      throw new IOException("tar failed");
    }
  }

  private static void wheel(Path file) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "thing/__init__.py", "");
      entry(zip, ABOUT + "METADATA", "Metadata-Version: 2.1\nName: thing\nVersion: 1.0\n");
      entry(
          zip,
          ABOUT + "WHEEL",
          "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
      entry(zip, ABOUT + "RECORD", "");
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
