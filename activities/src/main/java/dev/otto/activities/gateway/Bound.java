package dev.otto.activities.gateway;

/// How far one call may go: it hears what passes, and says whether anything more may.
public interface Bound {
  /// Without one.
  Bound NONE =
      new Bound() {
        @Override
        public void passed(Wire wire) {}

        @Override
        public boolean usedUp() {
          return false;
        }
      };

  /// So much has passed, of an answer that is still under way too.
  void passed(Wire wire);

  /// Whether the next question is to be refused for good; asked once for each question.
  boolean usedUp();
}
