package dev.otto.api.run;

import dev.otto.model.Contents;
import dev.otto.model.Digest;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunRefusal;
import dev.otto.model.run.RunRequest;
import dev.otto.model.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people answer to the questions of a spec, and want otherwise in it, as one text for who
/// writes it again.
public record Regenerations(RunViews views, Contents contents) {
  /// There is no such open question in the spec.
  record NoSuchQuestion(String named, RunId run, int questions) implements Refusal {
    @Override
    public String code() {
      return "no-such-question";
    }

    @Override
    public String sentence() {
      return questions == 0
          ? "The spec of run %s has no open questions.".formatted(run)
          : "'%s' is none of the %d open questions of run %s.".formatted(named, questions, run);
    }

    @Override
    public String nextStep() {
      return "Name a question by its number from 1, or say what you want in words.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /// The command for this run.
  RunCommand of(RunId run, RunRequest.Regenerate asked, String by, Optional<String> key) {
    var said = new ArrayList<String>();
    var answers = asked.answers().orElse(Map.of());
    var questions = answers.isEmpty() ? List.<String>of() : questions(run, asked.looked());
    answers.forEach((named, answer) ->
        said.add("%s\nAnswer: %s".formatted(question(named, questions, run), answer)));
    asked.wish().filter(words -> !words.isBlank()).ifPresent(said::add);
    return new RunCommand.Regenerate(
        by, asked.looked(), contents.keep(String.join("\n\n", said)), key);
  }

  /// The questions of the spec at the gate. Of another one than was looked at nothing is read: the
  /// run will refuse it.
  private List<String> questions(RunId run, Digest looked) {
    var shown = views.state(run).compilation().revision().map(revision -> revision.spec());
    if (!shown.equals(Optional.of(looked))) {
      throw shown
          .<RunRefusal>map(now -> new RunRefusal.StaleApproval(run, now))
          .orElseGet(() -> new RunRefusal.NotAtTheGate(run))
          .refused();
    }
    return Json.value(contents.text(looked), Spec.class).openQuestions();
  }

  private static String question(String named, List<String> questions, RunId run) {
    for (var number = 1; number <= questions.size(); number++) {
      var question = questions.get(number - 1);
      if (named.equals(Integer.toString(number)) || named.equals(question)) {
        return question;
      }
    }
    throw new NoSuchQuestion(named, run, questions.size()).refused();
  }
}
