package dev.otto.api.run;

import dev.otto.model.Refusal;

/// A refusal that somebody behind the engine gave, in its own words.
public record PassedOn(String code, String sentence, String nextStep, Kind kind)
    implements Refusal {}
