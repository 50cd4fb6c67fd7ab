package dev.otto.model.json;

/// What a program sends to the api as JSON. It is read strictly: a component that is not an
/// `Optional` must be there, and nothing else may be.
public interface Body {}
