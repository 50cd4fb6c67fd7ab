package dev.otto.api.run;

import dev.otto.api.json.Query;
import dev.otto.model.Digest;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunRefusal;
import dev.otto.store.command.Commands;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What makes a repetition of a command harmless: a word of the asker, and the digest of what was
/// asked with it.
public record IdempotencyKey(String text, String digest) {
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern RULE = Pattern.compile("[\\x21-\\x7e]{1,200}");

  /// The key that a request names, or a new one if it names none.
  public static IdempotencyKey of(@Nullable String header, String asked, Object body) {
    var digest = Digest.of(asked + "\n" + Json.text(body)).hex();
    return new IdempotencyKey(
        Optional.ofNullable(header).map(IdempotencyKey::checked).orElseGet(IdempotencyKey::fresh),
        digest);
  }

  /// Refuses a row that was made with this key for something else.
  public Commands.Row same(Commands.Row row) {
    if (!row.digest().equals(digest)) {
      throw new RunRefusal.KeyReused(text).refused();
    }
    return row;
  }

  private static String checked(String text) {
    if (!RULE.matcher(text).matches()) {
      throw Query.wrong(HEADER, "has 1 to 200 visible characters");
    }
    return text;
  }

  private static String fresh() {
    var chance = RandomGenerator.getDefault();
    return "api-"
        + HexFormat.of().toHexDigits(chance.nextLong())
        + HexFormat.of().toHexDigits(chance.nextLong());
  }
}
