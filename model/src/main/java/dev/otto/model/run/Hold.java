package dev.otto.model.run;

import java.util.Optional;

/// Why a run stands still.
///
/// @param why who or what stopped it
/// @param now whether running calls were ended at once
/// @param limit whether its time was used up
/// @param host whether it waits for its host, and goes on by itself
/// @param account the provider whose account a person has to put right, if that is why
public record Hold(String why, boolean now, boolean limit, boolean host, Optional<String> account) {
  public Hold {
    account = account == null ? Optional.empty() : account;
  }

  public Hold(String why, boolean now, boolean limit) {
    this(why, now, limit, false, Optional.empty());
  }
}
