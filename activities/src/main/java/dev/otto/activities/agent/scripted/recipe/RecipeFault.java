package dev.otto.activities.agent.scripted.recipe;

/// A recipe that cannot be played, said in one sentence with its place.
public final class RecipeFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RecipeFault(String sentence) {
    super(sentence);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
