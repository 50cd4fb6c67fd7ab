package portal.accounts;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who is signed in, by a token that cannot be guessed.
public final class Sessions {
  private final Map<String, Account> open = new ConcurrentHashMap<>();

  /// Opens a session and returns its token.
  public String open(Account account) {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    var token = HexFormat.of().formatHex(bytes);
    open.put(token, account);
    return token;
  }

  public Optional<Account> of(String token) {
    return Optional.ofNullable(open.get(token));
  }

  public void close(String token) {
    open.remove(token);
  }
}
