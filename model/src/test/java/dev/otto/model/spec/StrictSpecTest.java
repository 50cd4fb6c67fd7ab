package dev.otto.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.json.Violation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One fault in a spec gives one place and one sentence, and is never only a warning (W-44). What
/// stands here is what people and agents read.
class StrictSpecTest {
  private static final String ID =
      "must be a-z, 0-9 and dashes, beginning with a letter, at most 40 characters";
  private static final String PATH =
      "must be a path relative to the project, without ., .., .git and backslashes";
  private static final String PROGRAM =
      "must be a program without blanks: every further word of the command is an element of its own";

  @Test
  void a_spec_with_everything_in_it_is_accepted() {
    assertThat(Draft.whole().accepted()).isEqualTo(SampleSpec.whole());
    assertThat(Draft.of(SampleSpec.small()).accepted()).isEqualTo(SampleSpec.small());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void the_wrong_shape_is_refused(
      String fault, String place, String json, String pointer, String sentence) {
    assertThat(Draft.whole().with(place, json).violations())
        .containsExactly(new Violation(pointer, sentence));
  }

  static Stream<Arguments> the_wrong_shape_is_refused() {
    return Stream.of(
        wrong("an unknown field", "/colour", "1", "there is no such field here"),
        wrong(
            "an unknown field within",
            "/features/0/clauses/0/colour",
            "1",
            "there is no such field here"),
        wrong("an unknown field of a kind", "/checks/1/steps", "[]", "there is no such field here"),
        wrong("a field with a slash", "/structure/a~1b~0c", "1", "there is no such field here"),
        wrong("a wrong type", "/title", "5", "must be text, not the number 5"),
        wrong("a list for a text", "/title", "[]", "must be text, not a list"),
        wrong("a text for a list", "/groups/0/owns", "\"src/**\"", "must be a list, not text"),
        wrong(
            "a text for a truth",
            "/features/0/clauses/1/judged",
            "\"yes\"",
            "must be true or false, not text"),
        wrong(
            "a text for a number",
            "/checks/0/timeoutSeconds",
            "\"60\"",
            "must be a whole number, not text"),
        wrong(
            "a fraction",
            "/checks/0/timeoutSeconds",
            "1.5",
            "must be a whole number, not the number 1.5"),
        wrong(
            "a whole number with a point",
            "/checks/0/timeoutSeconds",
            "60.0",
            "must be a whole number, written without a fraction"),
        wrong("a text for a group", "/groups/0", "\"api\"", "must be an object, not text"),
        wrong("a null", "/title", "null", "must be text, not null"),
        wrong("a null for what may be absent", "/start", "null", "must be an object, not null"),
        wrong("a null in a list", "/nonGoals/0", "null", "must be text, not null"),
        wrong("another version", "/schema", "\"otto-spec/2\"", "must be 'otto-spec/1'"),
        wrong("no title", "/title", "\"\"", "'' must be one line of text"),
        wrong("a blank title", "/title", "\"  \"", "'  ' must be one line of text"),
        wrong(
            "a title of two lines", "/title", "\"a\\nb\"", "'a\\u000ab' must be one line of text"),
        wrong(
            "a title that is too long",
            "/title",
            "\"" + "x".repeat(121) + "\"",
            "must have at most 120 characters"),
        wrong("a NUL", "/nonGoals/0", "\"a\\u0000b\"", "it holds a NUL (\\u0000)"),
        wrong("half a character", "/nonGoals/0", "\"a\\ud800b\"", "it holds half of a character"),
        wrong(
            "an unknown kind of product",
            "/structure",
            "{\"kind\":\"game\"}",
            "/structure/kind",
            "'game' is none of webapp, cli, api, service, library"),
        wrong(
            "an unknown kind of clause",
            "/features/0/clauses/0/kind",
            "\"maybe\"",
            "'maybe' is none of new, kept"),
        wrong(
            "an unknown kind of check",
            "/checks/1/check",
            "\"magic\"",
            "'magic' is none of command, http, files, browser"),
        wrong(
            "an unknown scope",
            "/guardrails/0/scope",
            "{\"over\":\"world\"}",
            "/guardrails/0/scope/over",
            "'world' is none of all, group, feature"),
        wrong(
            "a scope with too much",
            "/guardrails/0/scope/group",
            "\"shop\"",
            "there is no such field here"),
        wrong(
            "an unknown method",
            "/checks/0/steps/0/request/method",
            "\"FETCH\"",
            "'FETCH' is none of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"),
        wrong("an empty command", "/checks/1/argv", "[]", "must have at least 1 element"),
        wrong("an empty setup command", "/setup/0", "[]", "must have at least 1 element"),
        wrong("an empty first word", "/checks/1/argv/0", "\"\"", "'' " + PROGRAM),
        wrong("a command in one word", "/checks/1/argv/0", "\"npm test\"", "'npm test' " + PROGRAM),
        wrong("an empty further word", "/checks/1/argv/1", "\"\"", "must not be empty"),
        wrong("no features", "/features", "[]", "must have at least 1 element"),
        wrong(
            "a feature without clauses",
            "/features/0/clauses",
            "[]",
            "must have at least 1 element"),
        wrong("a group that owns nothing", "/groups/0/owns", "[]", "must have at least 1 element"),
        wrong(
            "a guardrail without checks",
            "/guardrails/0/checks",
            "[]",
            "must have at least 1 element"),
        wrong(
            "the same check twice",
            "/features/0/clauses/0/checks",
            "[\"unit\",\"unit\"]",
            "must not have the same element twice"),
        wrong("no time", "/checks/0/timeoutSeconds", "0", "must be at least 1"),
        wrong("too much time", "/checks/0/timeoutSeconds", "999999", "must be at most 3600"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void a_name_that_is_no_name_is_refused(String fault, String place, String value, String shown) {
    assertThat(Draft.whole().with(place, "\"" + value + "\"").violations())
        .containsExactly(new Violation(place, shown));
  }

  static Stream<Arguments> a_name_that_is_no_name_is_refused() {
    var id = "/groups/0/id";
    var path = "/checks/1/oracle/files/0/path";
    return Stream.of(
        named("a ref", id, "HEAD", "'HEAD' " + ID),
        named("an option", id, "-rf", "'-rf' " + ID),
        named("200 letters", id, "x".repeat(200), "'" + "x".repeat(60) + "…' " + ID),
        named("a letter of another alphabet", id, "ü", "'ü' " + ID),
        named("a way up", id, "../x", "'../x' " + ID),
        named("a line break at the end", id, "x\\n", "'x\\u000a' " + ID),
        named("nothing", id, "", "'' " + ID),
        named("a path up", path, "../x", "'../x' " + PATH),
        named("a path up in the middle", path, "a/../../x", "'a/../../x' " + PATH),
        // JDK's dot stops at U+2028, and the rule stopped with it.
        named(
            "a path up behind a line separator",
            path,
            "a\\u2028/../../x",
            "'a\\u2028/../../x' " + PATH),
        named("a path from the root", path, "/etc", "'/etc' " + PATH),
        named("a path to itself", path, ".", "'.' " + PATH),
        named("a path with an empty part", path, "a//b", "'a//b' " + PATH),
        named("a folder", path, "a/", "'a/' " + PATH),
        named(
            "a path into git",
            path,
            ".git/hooks/post-checkout",
            "'.git/hooks/post-checkout' " + PATH),
        named("a path into a nested git", path, "a/.GIT/config", "'a/.GIT/config' " + PATH),
        named("a path with a backslash", path, "a\\\\b", "'a\\b' " + PATH),
        named(
            "a pattern up",
            "/groups/0/owns/0",
            "../x",
            "'../x' is not a path pattern: it must not contain . or .."),
        named(
            "a pattern from the root",
            "/groups/0/owns/0",
            "/etc/**",
            "'/etc/**' is not a path pattern: it must be relative, without a leading /"),
        named(
            "a pattern that is no pattern",
            "/checks/2/oracle/base/0",
            "a{b",
            "'a{b' is not a path pattern: a { has no }"),
        named(
            "a start path without a slash",
            "/start/ready/path",
            "health",
            "'health' must be a path that begins with /"),
        named(
            "a request path without a slash",
            "/checks/0/steps/0/request/path",
            "orders",
            "'orders' must be a path without blanks that begins with / or with a captured ${name}"),
        named(
            "a header of two lines",
            "/checks/0/steps/0/request/headers/Accept",
            "a\\r\\nb: c",
            "'a\\u000d\\u000ab: c' must be one line of text"),
        named(
            "a pointer that is none",
            "/checks/0/steps/0/capture/order/json",
            "id",
            "'id' must be a JSON pointer: empty, or beginning with /"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void parts_that_do_not_fit_together_are_refused(
      String fault, String place, String json, String pointer, String sentence) {
    assertThat(Draft.whole().with(place, json).violations())
        .containsExactly(new Violation(pointer, sentence));
  }

  static Stream<Arguments> parts_that_do_not_fit_together_are_refused() {
    var taken = "the id '%s' is taken: ids must be unique";
    return Stream.of(
        wrong(
            "a browser check",
            "/checks/4",
            "{\"check\":\"browser\",\"id\":\"looks\"}",
            "/checks/4/check",
            "this host cannot prove 'browser' checks yet; it can prove command, http, files"),
        wrong(
            "two features of one id",
            "/features/2",
            "{\"id\":\"selling\",\"title\":\"x\",\"clauses\":"
                + "[{\"id\":\"x\",\"text\":\"x\",\"kind\":\"new\",\"judged\":true}]}",
            "/features/2/id",
            taken.formatted("selling")),
        wrong(
            "two clauses of one id",
            "/features/1/clauses/0/id",
            "\"is-pretty\"",
            taken.formatted("is-pretty")),
        wrong(
            "a guardrail with the id of a clause",
            "/guardrails/0/id",
            "\"finds\"",
            taken.formatted("finds")),
        wrong(
            "two guardrails of one id",
            "/guardrails/1/id",
            "\"old-tests-pass\"",
            taken.formatted("old-tests-pass")),
        wrong(
            "a clause called as a fate",
            "/features/0/clauses/1/id",
            "\"question\"",
            taken.formatted("question")),
        wrong(
            "two groups of one id",
            "/groups/3",
            "{\"id\":\"ground\",\"title\":\"x\",\"owns\":[\"x\"]}",
            "/groups/3/id",
            taken.formatted("ground")),
        wrong(
            "two checks of one id",
            "/checks/4",
            "{\"check\":\"command\",\"id\":\"unit\",\"argv\":[\"true\"]}",
            "/checks/4/id",
            taken.formatted("unit")),
        wrong(
            "two fixtures of one id",
            "/fixtures/1",
            "{\"id\":\"items\",\"argv\":[\"true\"]}",
            "/fixtures/1/id",
            taken.formatted("items")),
        wrong(
            "an unknown check of a clause",
            "/features/0/clauses/0/checks/0",
            "\"gone\"",
            "there is no check 'gone'"),
        wrong(
            "an unknown check of a guardrail",
            "/guardrails/0/checks/0",
            "\"gone\"",
            "there is no check 'gone'"),
        wrong(
            "an unknown check of a group",
            "/groups/1/checks/0",
            "\"gone\"",
            "there is no check 'gone'"),
        wrong(
            "an unknown feature of a group",
            "/groups/1/features/1",
            "\"gone\"",
            "there is no feature 'gone'"),
        wrong("an unknown need", "/groups/1/needs/0", "\"gone\"", "there is no group 'gone'"),
        wrong(
            "a guardrail of an unknown group",
            "/guardrails/1/scope/group",
            "\"gone\"",
            "there is no group 'gone'"),
        wrong(
            "a guardrail of an unknown feature",
            "/guardrails/2/scope/feature",
            "\"gone\"",
            "there is no feature 'gone'"),
        wrong(
            "an unknown fate of a demand",
            "/demands/0/becomes/0",
            "\"gone\"",
            "'gone' is neither a clause nor non-goal nor question"),
        wrong(
            "a feature that nobody builds",
            "/groups/2/features",
            "[]",
            "/features/1",
            "no group builds feature 'searching'"),
        wrong(
            "a clause without a proof",
            "/features/0/clauses/0/checks",
            "[]",
            "/features/0/clauses/0",
            "clause 'sells' has no check and is not judged"),
        wrong(
            "a clause with two ways of proof",
            "/features/0/clauses/1/checks",
            "[\"unit\"]",
            "/features/0/clauses/1",
            "clause 'is-pretty' is judged and has checks: choose one"),
        wrong(
            "a check that could not fail",
            "/checks/0/steps",
            "[{\"request\":{\"method\":\"GET\",\"path\":\"/\"}}]",
            "no step expects anything, so the check could not fail"),
        wrong(
            "a capture in no way",
            "/checks/0/steps/0/capture/order",
            "{}",
            "it must be one of json, header and regex"),
        wrong(
            "a capture in two ways",
            "/checks/0/steps/0/capture/order",
            "{\"json\":\"/id\",\"header\":\"Location\"}",
            "it must be one of json, header and regex"),
        wrong(
            "a capture by no regular expression",
            "/checks/0/steps/0/capture/order",
            "{\"regex\":\"(\"}",
            "the regular expression must be one, with a group for the value"),
        wrong(
            "a capture of nothing",
            "/checks/0/steps/0/capture/order",
            "{\"regex\":\"id\"}",
            "the regular expression must be one, with a group for the value"),
        wrong(
            "a capture under no name",
            "/checks/0/steps/0/capture",
            "{\"Order Id\":{\"json\":\"\"}}",
            "/checks/0/steps/0/capture/Order Id",
            "'Order Id' " + ID),
        wrong(
            "a header under no name",
            "/checks/0/steps/0/request/headers",
            "{\"A B\":\"x\"}",
            "/checks/0/steps/0/request/headers/A B",
            "'A B' must be the name of a header"),
        wrong(
            "a file that is absent and full",
            "/checks/3/expect/0",
            "{\"path\":\"a\",\"absent\":true,\"contains\":[\"x\"]}",
            "a file cannot be absent and have text in it"),
        wrong(
            "a file sealed twice",
            "/checks/2/oracle/files",
            "[{\"path\":\"oracle/unit.sh\",\"text\":\"other\"}]",
            "/checks/2/oracle/files/0",
            "'oracle/unit.sh' is sealed twice with different text"),
        wrong(
            "a group that needs itself",
            "/groups/0/needs",
            "[\"ground\"]",
            "these groups need each other in a circle: ground needs ground"),
        wrong(
            "groups that need each other",
            "/groups/0/needs",
            "[\"search\"]",
            "these groups need each other in a circle: ground needs search needs ground"),
        wrong(
            "groups that own the same",
            "/groups/2/owns/0",
            "\"src/**/*.js\"",
            "'src/**/*.js' of group 'search' overlaps 'src/shop/**' of group 'shop', and both may"
                + " run at once: let one need the other, or list the path as shared in both"),
        wrong(
            "a group that owns what another shares",
            "/groups/2/shared",
            "[\"src/shop/a.js\"]",
            "/groups/1/owns/0",
            "'src/shop/**' of group 'shop' overlaps 'src/shop/a.js' of group 'search', and both may"
                + " run at once: let one need the other, or list the path as shared in both"));
  }

  @Test
  void an_http_check_needs_a_product_that_starts() {
    assertThat(Draft.whole().without("/start").violations())
        .containsExactly(
            new Violation(
                "/checks/0", "an http check needs `start`, which says how the product is started"));
  }

  @Test
  void a_number_without_end_is_no_whole_number() {
    var endless = Draft.whole().text().replace("\"timeoutSeconds\":90", "\"timeoutSeconds\":1e400");

    assertThat(new Draft(endless).violations())
        .containsExactly(
            new Violation(
                "/checks/0/timeoutSeconds", "must be a whole number, not the number Infinity"));
  }

  @Test
  void a_field_that_is_missing_is_named() {
    assertThat(Draft.whole().without("/groups/0/owns").violations())
        .containsExactly(new Violation("/groups/0", "the field 'owns' is missing"));
  }

  @Test
  void groups_that_need_each_other_may_own_the_same() {
    var draft = Draft.whole().with("/groups/2/needs/1", "\"shop\"");

    assertThat(draft.with("/groups/2/owns/0", "\"src/shop/**\"").violations()).isEmpty();
  }

  @Test
  void what_both_list_as_shared_may_be_written_by_both() {
    assertThat(Draft.whole().accepted().groups().get(1).shared())
        .isEqualTo(Draft.whole().accepted().groups().get(2).shared());
  }

  @Test
  void a_third_group_on_a_circle_of_two_is_not_blamed() {
    var spec = SampleSpec.ofGroups("a needs b", "b needs a", "c needs a");

    assertThat(Draft.of(spec).violations())
        .containsExactly(
            new Violation(
                "/groups/0/needs", "these groups need each other in a circle: a needs b needs a"));
  }

  @Test
  void every_fault_is_told_at_once() {
    var draft = Draft.whole().with("/groups/0/owns", "[\"/a\",\"b\",\"../c\"]");

    assertThat(draft.with("/groups/1/owns/0", "\"x{\"").violations())
        .extracting(Violation::pointer)
        .containsExactly("/groups/0/owns/0", "/groups/0/owns/2", "/groups/1/owns/0");
    assertThat(Draft.whole().with("/title", "5").with("/colour", "1").violations()).hasSize(2);
  }

  private static Arguments wrong(String fault, String place, String json, String sentence) {
    return wrong(fault, place, json, place, sentence);
  }

  private static Arguments wrong(
      String fault, String place, String json, String pointer, String sentence) {
    return Arguments.of(fault, place, json, pointer, sentence);
  }

  private static Arguments named(String fault, String place, String value, String shown) {
    return Arguments.of(fault, place, value, shown);
  }
}
