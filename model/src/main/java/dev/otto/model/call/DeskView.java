package dev.otto.model.call;

import dev.otto.model.GroupId;
import java.util.Optional;

/// Where the agent of a group works, for a person who wants to look, and how its conversation can
/// be continued by hand.
///
/// @param working whether an agent works there at this moment
/// @param command what to type in the folder, where the provider can go on and has said something
public record DeskView(
    GroupId group, String folder, boolean working, String provider, Optional<String> command) {}
