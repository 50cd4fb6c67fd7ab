package portal.accounts;

import java.util.Map;
import java.util.Optional;

/// Everybody who may sign in. Of a password only a salted hash is kept.
public final class Accounts {
  private static final Map<Account, Secret> ALL =
      Map.of(
          new Account("ada", "Ada", Account.Role.EMPLOYEE),
          new Secret(
              "ed68b883a8a2a6da10121996b814da1f",
              "fa3b745fa610cb973e9587eeddbeb5c0c56fcc5bd71212989594685d49060712"),
          new Account("ben", "Ben", Account.Role.EMPLOYEE),
          new Secret(
              "ed092cf6a5ac65ade38130ba5989eb63",
              "afb3e084f71ee97e6eff3f8b92aab1a0126d08fdd06e21e7ea2ba11c0834e312"),
          new Account("mia", "Mia", Account.Role.MANAGER),
          new Secret(
              "3b9641c1c2b978be24ba7d142eed93d4",
              "d17947cd323e0b97ef0bd5a1feb1cda440b22706c043cefd75c8c0c5ff05e8fc"));

  /// The account of that name, if the password is right.
  public Optional<Account> signIn(String name, String password) {
    return ALL.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .filter(entry -> entry.getValue().matches(password))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
