package dev.otto.model.server;

import java.time.Instant;

/// A link that signs a browser in, once, until it is due.
public record SignInLink(String url, Instant due) {}
