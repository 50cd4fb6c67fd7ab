package dev.otto.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.CheckId;
import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.Sample;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.LimitedCall;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.group.Group;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One group of a run that a test lives through.
public final class GroupStory {
  private static final Usage USAGE = Sample.usage(100, 10, "0.02");
  private final RunStory story;
  private final GroupId id;

  GroupStory(RunStory story, GroupId id) {
    this.story = story;
    this.id = id;
  }

  public Group group() {
    return story.run().group(id).orElseThrow();
  }

  public Standing standing() {
    return group().standing();
  }

  /// What the plan says that the group needs next.
  public GroupStep step() {
    return story.plan().next(id);
  }

  /// A whole attempt that passes its checks.
  public GroupStory builds() {
    return begins().isCalled().answers().passes();
  }

  /// A whole attempt of which these checks fail.
  public GroupStory buildsBadly(String content, String... failing) {
    return begins().isCalled().answers().fails(content, failing);
  }

  /// The lane merges it without trouble.
  public GroupStory merges() {
    return enters().isMerged();
  }

  public GroupStory begins() {
    return notes(GroupEvent.AttemptBegun.class);
  }

  /// The plan has this noted.
  public GroupStory notes(Class<? extends GroupEvent> type) {
    var event = RunStory.assertStep(GroupStep.Note.class, step()).event();
    assertThat(event).isInstanceOf(type);
    return happens(event);
  }

  public GroupStory isCalled() {
    var step = RunStory.assertStep(GroupStep.Order.class, step());
    return called(new CallEvent.Ordered(step.order()));
  }

  public GroupStory answers() {
    return called(new CallEvent.Answered(call(), new Answer.Done(Optional.empty()), USAGE));
  }

  public GroupStory answersFailed(String sentence) {
    return called(new CallEvent.Answered(call(), new Answer.Failed("refused", sentence), USAGE));
  }

  public GroupStory isLost(Loss loss) {
    return called(new CallEvent.Lost(call(), loss, USAGE));
  }

  /// Its provider serves it again in so many seconds.
  public GroupStory isLimited(long seconds) {
    return called(
        new CallEvent.Limited(
            new LimitedCall(call(), "claude", story.now().plusSeconds(seconds), "Not so fast.")));
  }

  LimitedCall limit() {
    return story.run().calls().limited(call().id()).orElseThrow();
  }

  public GroupStory needsPerson(String why) {
    return called(new CallEvent.NeedsPerson(call(), "auth", why, USAGE));
  }

  /// The call that is to be made.
  public CallOrder call() {
    return RunStory.assertStep(GroupStep.Call.class, step()).order();
  }

  public GroupStory passes() {
    return checked(word("work"));
  }

  /// The content fails these checks; the same word is the same content.
  public GroupStory fails(String content, String... failing) {
    return checked(content, failing);
  }

  /// The lane takes it.
  public GroupStory enters() {
    assertThat(story.plan().toMerge()).contains(group());
    return happens(new GroupEvent.MergeOrdered(story.head(), story.now()));
  }

  public GroupStory isMerged() {
    var word = word("merge");
    return happens(new GroupEvent.Merged(Sample.commit(word), Sample.tree(word), false, 300));
  }

  /// It passed and adds nothing, so the branch stays where it is.
  public GroupStory isRedundant() {
    return happens(new GroupEvent.Merged(story.head(), Sample.tree("same"), true, 0));
  }

  public GroupStory conflictsIn(String... paths) {
    return happens(new GroupEvent.Conflicted(marked(), List.of(paths)));
  }

  public GroupStory isRedAsCandidate(String... failing) {
    return happens(
        new GroupEvent.CandidateFailed(
            candidate(), checks(failing), Sample.digest("red candidate")));
  }

  public GroupStory isAbortedBy(String who) {
    return story.asks(new RunCommand.AbortGroup(who, id, Optional.empty())).group(id.value());
  }

  /// What it has in the world is stopped and kept.
  public GroupStory stops() {
    assertThat(step()).isEqualTo(new GroupStep.Stop());
    return happens(new GroupEvent.Aborted(Optional.of(Sample.commit(word("salvage")))));
  }

  /// The newest audit wants it repaired.
  public GroupStory isRepaired() {
    var repair =
        story.plan().repairsDue().stream()
            .filter(due -> due.group().equals(id))
            .findFirst()
            .orElseThrow();
    return happens(new GroupEvent.RepairOrdered(story.run().audits().round(), repair.feedback()));
  }

  public GroupStory happens(GroupEvent event) {
    story.happens(new RunEvent.OfGroup(id, event));
    return this;
  }

  CommitId marked() {
    return Sample.commit(word("marked"));
  }

  CommitId candidate() {
    return Sample.commit(word("candidate"));
  }

  private GroupStory checked(String content, String... failing) {
    RunStory.assertStep(GroupStep.Check.class, step());
    return happens(
        new GroupEvent.Checked(
            group().attemptNumber(),
            group().round(),
            Sample.commit(content),
            Sample.tree(content),
            checks(failing),
            List.of(),
            Optional.empty(),
            List.of(),
            Sample.digest("report"),
            700));
  }

  private GroupStory called(CallEvent event) {
    story.called(event);
    return this;
  }

  private String word(String what) {
    return "%s of %s, round %d, attempt %d"
        .formatted(what, id, group().round(), group().attemptNumber());
  }

  private static List<CheckId> checks(String... ids) {
    return Stream.of(ids).map(CheckId::new).toList();
  }
}
