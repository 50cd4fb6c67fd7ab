package portal.pages;

/// Text on its way into a page.
public final class Html {
  private Html() {}

  /// The text so that a browser shows it and never obeys it.
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
