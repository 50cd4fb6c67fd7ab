package dev.otto.model.json;

/// What is wrong with a document: where (a JSON pointer, empty for the whole) and what, in one
/// sentence.
public record Violation(String pointer, String sentence) {
  @Override
  public String toString() {
    return (pointer.isEmpty() ? "(whole document)" : pointer) + ": " + sentence;
  }
}
