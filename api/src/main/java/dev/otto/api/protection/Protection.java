package dev.otto.api.protection;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/// What every answer tells a browser: to guess nothing, to run nothing, to show it nowhere else.
public final class Protection {
  /// Of answers that are no page: nothing in them is ever run or shown inside of something.
  public static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox";

  /// Of Mission Control: its own files and nothing else.
  public static final String OWN_PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self';"
          + " frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /// Of what agents made: it is seen, in a frame of ours too, and does nothing.
  public static final String FOREIGN_PAGE =
      "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self'";

  private static final HttpField[] ALWAYS = {
    new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
    new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
    new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
    new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
    new PreEncodedHttpField("Content-Security-Policy", NO_PAGE),
    new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"),
  };

  private Protection() {}

  /// Sets them; who answers a page replaces the two that a page needs otherwise.
  public static void apply(HttpFields.Mutable headers) {
    for (var field : ALWAYS) {
      headers.put(field);
    }
  }
}
