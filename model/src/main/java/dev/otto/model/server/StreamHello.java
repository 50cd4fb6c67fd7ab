package dev.otto.model.server;

/// The first word of a live stream.
///
/// @param bootId another one after every start of the server
/// @param uiBuild which build the page belongs to
/// @param after the id of the event after which the stream begins
public record StreamHello(String bootId, String uiBuild, String apiVersion, long after) {}
