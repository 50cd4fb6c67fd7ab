package portal.domain;

/// What a person must correct, in one sentence.
public final class Invalid extends RuntimeException {
  public Invalid(String sentence) {
    super(sentence);
  }
}
