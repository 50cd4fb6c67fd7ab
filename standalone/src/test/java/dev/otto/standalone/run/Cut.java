package dev.otto.standalone.run;

import dev.otto.model.RunId;
import org.jdbi.v3.core.Jdbi;

/// Ends the logs of runs somewhere: PostgreSQL itself takes no event beyond, as if Otto had been
/// killed right there. What was under way goes on in the world and is never told.
record Cut(Jdbi jdbi) {
  /// Makes it possible in this database; no log is cut yet.
  static Cut in(Jdbi jdbi) {
    jdbi.useHandle(handle ->
        handle
            .createScript(
                """
                CREATE TABLE cut (run text PRIMARY KEY, seq bigint NOT NULL, type text NOT NULL);
                CREATE FUNCTION cut_short() RETURNS trigger LANGUAGE plpgsql AS '
                  BEGIN
                    IF EXISTS (
                      SELECT 1 FROM cut
                      WHERE cut.run = NEW.run AND (NEW.seq > cut.seq OR NEW.type = cut.type)
                    ) THEN
                      PERFORM nextval(format(''%I'', ''cut-'' || NEW.run)::regclass);
                      RAISE EXCEPTION ''the log of % is cut'', NEW.run;
                    END IF;
                    RETURN NEW;
                  END';
                CREATE TRIGGER cut BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION cut_short();
                """)
            .executeAsSeparateStatements());
    return new Cut(jdbi);
  }

  /// Nothing is taken after this event; nor the event itself, if it comes in one piece with a later
  /// one.
  void after(RunId run, long seq) {
    cut(run, seq, "");
  }

  /// The first event of this type is not taken, and nothing after it.
  void before(RunId run, String type) {
    cut(run, Long.MAX_VALUE, type);
  }

  private void cut(RunId run, long seq, String type) {
    jdbi.useTransaction(handle -> {
      handle.execute("CREATE SEQUENCE \"cut-%s\"".formatted(run));
      handle.execute("INSERT INTO cut (run, seq, type) VALUES (?, ?, ?)", run.value(), seq, type);
    });
  }

  /// Whether the run has come to the end of what is taken. (A sequence forgets nothing that is
  /// rolled back.)
  boolean reached(RunId run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT is_called FROM \"cut-%s\"".formatted(run))
            .mapTo(Boolean.class)
            .one());
  }

  /// From now on everything is taken again.
  void lift() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM cut"));
  }
}
