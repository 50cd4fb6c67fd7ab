package dev.otto.model.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.Digest;
import java.util.Optional;

/// What an agent answered. What it changed is git's to say, never the answer's.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answer.Done.class, name = "done"),
  @JsonSubTypes.Type(value = Answer.Failed.class, name = "failed")
})
public sealed interface Answer {
  /// The agent ended well; its structured answer, where one was asked, is kept under the digest.
  record Done(Optional<Digest> structured) implements Answer {}

  /// The agent ended with a failure of its own: a fault kind of its provider and one sentence.
  record Failed(String kind, String sentence) implements Answer {}
}
