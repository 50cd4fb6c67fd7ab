package dev.otto.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of a project: a slug of its folder and the start of its path's digest, such as
/// `shop-1f3a9c2b`.
public record ProjectId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProjectId {
    Names.required("project id", value);
  }

  /// The id of the project in this folder: the same folder gives the same id for ever.
  public static ProjectId of(String realPath) {
    var name = realPath.substring(realPath.lastIndexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
    var slug = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    var start = slug.isEmpty() ? "project" : slug.substring(0, Math.min(24, slug.length()));
    return new ProjectId(start + "-" + Digest.of(realPath).hex().substring(0, 8));
  }

  @Override
  public String toString() {
    return value;
  }
}
