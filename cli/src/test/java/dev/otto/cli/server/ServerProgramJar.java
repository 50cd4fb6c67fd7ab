package dev.otto.cli.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/// The jar that a launcher would name: it holds nothing but where [SmallServer] is found.
final class ServerProgramJar {
  private ServerProgramJar() {}

  static Path in(Path folder) throws IOException {
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, SmallServer.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, classPath());
    var jar = folder.resolve("otto-server.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        var stream = new JarOutputStream(file, manifest)) {
      stream.finish();
    }
    return jar;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }
}
