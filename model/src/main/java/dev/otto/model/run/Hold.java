package dev.otto.model.run;

/// Why a run stands still.
///
/// @param why who or what stopped it
/// @param now whether running calls were ended at once
/// @param limit whether its time was used up
public record Hold(String why, boolean now, boolean limit) {}
