package dev.otto.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.GroupId;
import dev.otto.model.check.CheckKind;
import dev.otto.model.json.Json;
import dev.otto.model.json.Violation;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of every spec, asked of some hundred.
class SpecPropertiesTest {
  private static final int SPECS = 200;

  @Test
  void a_valid_spec_breaks_no_rule_and_reads_back_as_it_was() {
    specs()
        .forEach(spec -> {
          assertThat(violations(spec)).isEmpty();
          assertThat(new Draft(spec.canonical()).accepted()).isEqualTo(spec);
          assertThat(Json.value(spec.canonical(), Spec.class).digest()).isEqualTo(spec.digest());
        });
  }

  @ParameterizedTest
  @EnumSource
  void each_way_to_break_a_spec_is_found(Mutation mutation) {
    var random = new Random(7);
    var broken = specs().flatMap(spec -> mutation.of(spec, random).stream()).toList();

    assertThat(broken).hasSizeGreaterThan(SPECS / 10);
    broken.forEach(spec -> assertThat(violations(spec)).as(spec::canonical).isNotEmpty());
  }

  @Test
  void plans_put_needs_first_and_keep_the_order_of_the_spec_otherwise() {
    specs()
        .forEach(spec -> {
          var written = spec.groups().stream().map(GroupSpec::id).toList();
          var planned = GroupPlan.of(spec).stream().map(GroupPlan::id).toList();
          var needs = Needs.of(spec);

          assertThat(planned).containsExactlyInAnyOrderElementsOf(written);
          for (var earlier = 0; earlier < planned.size(); earlier++) {
            var one = planned.get(earlier);
            var later = planned.subList(earlier + 1, planned.size());
            assertThat(later).noneMatch(needs.all(one)::contains);
            // Whoever stands before a group that was written earlier is needed by it or by one that
            // was written before.
            var overtaken = later.stream().filter(other -> before(written, other, one)).toList();
            assertThat(overtaken)
                .allMatch(other ->
                    written.subList(0, written.indexOf(one)).stream()
                        .anyMatch(by -> needs.all(by).contains(one)));
          }
        });
  }

  @Test
  void a_spec_whose_groups_are_in_order_keeps_it() {
    var spec = SampleSpec.ofGroups("a", "b needs a", "c", "d needs a,c", "e");

    assertThat(GroupPlan.of(spec))
        .extracting(plan -> plan.id().value())
        .containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void groups_that_share_paths_are_merged_after_each_other_in_one_direction() {
    specs()
        .forEach(spec -> {
          var plans = GroupPlan.of(spec);
          var seen = new HashSet<GroupId>();
          for (var plan : plans) {
            assertThat(seen).containsAll(plan.mergesAfter());
            assertThat(plan.mergesAfter())
                .containsExactlyInAnyOrderElementsOf(
                    seen.stream().filter(other -> share(spec, other, plan.id())).toList());
            seen.add(plan.id());
          }
        });
  }

  @Test
  void who_clashes_with_whom_does_not_depend_on_who_comes_first() {
    specs()
        .forEach(spec -> {
          var turned = List.copyOf(spec.groups().reversed());
          var greedy = Mutation.OWN_EVERYTHING.of(spec, new Random(3));

          greedy.ifPresent(one ->
              assertThat(violations(one).isEmpty())
                  .isEqualTo(
                      violations(Mutation.groups(one, List.copyOf(one.groups().reversed())))
                          .isEmpty()));
          assertThat(violations(Mutation.groups(spec, turned))).isEmpty();
        });
  }

  @Test
  void patterns_overlap_in_both_directions_or_in_none() {
    specs()
        .forEach(spec -> {
          var globs = spec.groups().stream().flatMap(group -> group.changeable().stream()).toList();
          globs.forEach(one ->
              globs.forEach(
                  other -> assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one))));
        });
  }

  private static Stream<Spec> specs() {
    return LongStream.range(0, SPECS).mapToObj(AnySpec::of);
  }

  private static List<Violation> violations(Spec spec) {
    return SpecRules.violations(
        spec, EnumSet.of(CheckKind.COMMAND, CheckKind.HTTP, CheckKind.FILES));
  }

  private static boolean before(List<GroupId> order, GroupId first, GroupId second) {
    return order.indexOf(first) < order.indexOf(second);
  }

  private static boolean share(Spec spec, GroupId one, GroupId other) {
    var mine = spec.group(one).orElseThrow().shared();
    var theirs = spec.group(other).orElseThrow().shared();
    return mine.stream().anyMatch(glob -> theirs.stream().anyMatch(glob::overlaps));
  }
}
