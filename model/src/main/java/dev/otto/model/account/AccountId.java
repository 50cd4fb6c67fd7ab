package dev.otto.model.account;

import dev.otto.model.Digest;

/// What a provider knows the user by: the provider, and a digest of the key or login that it is
/// shown. Never the credential itself.
public record AccountId(String provider, Digest credential) {
  private static final int SHOWN = 16;

  /// The account that this credential opens.
  public static AccountId of(String provider, String credential) {
    return new AccountId(provider, Digest.of(provider + "\n" + credential));
  }

  @Override
  public String toString() {
    return provider + ":" + credential.hex().substring(0, SHOWN);
  }
}
