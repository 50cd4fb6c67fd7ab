package dev.otto.api.record;

import dev.otto.model.Contents;
import dev.otto.model.Digest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/// Answers with kept texts. The digest of a text is its tag: who has it is not sent it again.
record KeptTexts(Contents contents) {
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  /// The text of that digest, at an address where another one may stand later.
  Response.ResponseBuilder now(Digest text, String mediaType, Request request) {
    var tag = new EntityTag(text.hex());
    var unchanged = request.evaluatePreconditions(tag);
    return unchanged == null
        ? Response.ok(contents.text(text), mediaType).tag(tag)
        : unchanged.tag(tag);
  }

  /// The text of that digest, at an address that names it: it is never another one. The asker's own
  /// browser may keep it; what the door said before of keeping nothing is taken back.
  Response always(Digest text, String mediaType, Request request, HttpServletResponse response) {
    response.setHeader("Cache-Control", FOR_EVER);
    return now(text, mediaType, request).build();
  }
}
