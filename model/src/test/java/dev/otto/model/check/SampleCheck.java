package dev.otto.model.check;

import dev.otto.model.CheckId;
import dev.otto.model.path.Glob;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One check of each kind, with good defaults.
public final class SampleCheck {
  private SampleCheck() {}

  /// A command that is judged by a file sealed with the spec.
  public static Check.Command sealed(String id) {
    var file = new Oracle.SealedFile("oracle/" + id + ".sh", "test -s src/%s\n".formatted(id));
    return command(id, new Oracle(List.of(file), List.of()));
  }

  /// A command that is judged by files of the base commit.
  public static Check.Command ofBase(String id) {
    return command(id, new Oracle(List.of(), List.of(new Glob("tests/" + id + "/**"))));
  }

  /// A command that is judged by whatever an agent writes.
  public static Check.Command selfWritten(String id) {
    return command(id, Oracle.NONE);
  }

  public static Check.Command command(String id, Oracle oracle) {
    return new Check.Command(
        new CheckId(id), List.of("sh", "oracle/" + id + ".sh"), Optional.empty(), oracle);
  }

  /// A request that must be answered with 200.
  public static Check.Http http(String id) {
    var request = new HttpStep.Request("GET", "/" + id, Map.of(), Optional.empty());
    var expect = new HttpStep.Expectation(Optional.of(200), Map.of(), List.of(), List.of());
    var step = new HttpStep(Optional.empty(), request, expect, Map.of());
    return new Check.Http(new CheckId(id), List.of(step), Optional.empty());
  }

  /// Two requests of one actor, the second with a value from the answer to the first.
  public static Check.Http session(String id) {
    var body = Optional.of("{\"item\": 1}");
    var order = new HttpStep.Request("POST", "/orders", Map.of("Accept", "text/html"), body);
    var look = new HttpStep.Request("GET", "/orders/${order}", Map.of(), Optional.empty());
    var created =
        new HttpStep.Expectation(
            Optional.of(201), Map.of("Location", "/orders/1"), List.of("1"), List.of("error"));
    var shown = new HttpStep.Expectation(Optional.of(200), Map.of(), List.of("item"), List.of());
    var capture = new HttpStep.Capture(Optional.of("/id"), Optional.empty(), Optional.empty());
    return new Check.Http(
        new CheckId(id),
        List.of(
            new HttpStep(Optional.of("buyer"), order, created, Map.of("order", capture)),
            new HttpStep(Optional.of("buyer"), look, shown, Map.of())),
        Optional.of(90));
  }

  /// A file that must be there.
  public static Check.Files files(String id) {
    var file = new FileExpectation("src/" + id, false, List.of(), List.of());
    return new Check.Files(new CheckId(id), List.of(file));
  }

  public static Check.Browser browser(String id) {
    return new Check.Browser(new CheckId(id), List.of("open /"));
  }
}
