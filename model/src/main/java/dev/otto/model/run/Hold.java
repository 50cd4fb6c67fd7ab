package dev.otto.model.run;

/// Why a run stands still.
///
/// @param why who or what stopped it
/// @param now whether running calls were ended at once
/// @param limit whether its time was used up
/// @param host whether it waits for its host, and goes on by itself
public record Hold(String why, boolean now, boolean limit, boolean host) {
  public Hold(String why, boolean now, boolean limit) {
    this(why, now, limit, false);
  }
}
