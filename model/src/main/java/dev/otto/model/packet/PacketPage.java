package dev.otto.model.packet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The packet as a page: self-contained, without script, the same bytes for the same packet
/// everywhere.
public final class PacketPage {
  /// The version of the page's form, which every page names: pages of other forms say the same in
  /// another way, and cannot be compared byte by byte.
  private static final String FORM = "otto-page/2";

  private static final Pattern NAMED = Pattern.compile("content=\"(otto-page/\\d+)\"");

  private static final String STYLE = style();

  private PacketPage() {}

  /// The page of a packet: first whether it works and how one knows, then everything behind that.
  public static String of(Packet packet) {
    var page = new Html();
    page.add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .add("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        .add("<meta name=\"generator\" content=\"%s\">\n", FORM)
        .add("<title>%s: %s</title>\n<style>\n", packet.verdict().word(), packet.title())
        .add(STYLE)
        .add("</style>\n</head>\n<body>\n<main>\n");
    new FirstScreen(packet, page).write();
    new Ledger(packet, page).write();
    new WorkDone(packet, page).write();
    new Conditions(packet, page).write();
    return page.add("</main>\n</body>\n</html>\n").toString();
  }

  /// Whether a page names a form other than the one that pages are written in now.
  static boolean ofOtherForm(byte[] page) {
    var named = NAMED.matcher(new String(page, StandardCharsets.UTF_8));
    return named.find() && !named.group(1).equals(FORM);
  }

  private static String style() {
    try (var file = PacketPage.class.getResourceAsStream("/packet/page.css")) {
      if (file == null) {
        throw new IllegalStateException("the page's style is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
