package portal.pages;

/// What all pages have in common.
final class Layout {
  private static final String STYLE =
      """
      :root { --ink: #1d2733; --quiet: #66788a; --line: #dde4ea; --paper: #fff; --ground: #f3f6f8;
        --blue: #1f5fbf; --green: #17794a; --red: #b3322b; --amber: #8a5a00; }
      * { box-sizing: border-box; }
      body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
      header { display: flex; align-items: center; gap: 1rem; padding: .8rem 1.5rem; color: #fff; background: #16324f; }
      header strong { margin-right: auto; font-size: 1.1rem; }
      main { max-width: 54rem; margin: 1.5rem auto; padding: 0 1rem; display: grid; gap: 1.25rem; }
      section { padding: 1.25rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--paper); }
      h2 { margin: 0 0 .8rem; font-size: 1.1rem; }
      table { width: 100%; border-collapse: collapse; }
      th { text-align: left; font-weight: 500; color: var(--quiet); }
      th, td { padding: .5rem .4rem; border-bottom: 1px solid var(--line); }
      td.amount, th.amount { text-align: right; font-variant-numeric: tabular-nums; }
      form { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; margin: 0; }
      form.inline { display: inline-flex; }
      label { display: grid; gap: .2rem; font-size: .9rem; color: var(--quiet); }
      input { padding: .5rem .6rem; font: inherit; border: 1px solid #b9c6d2; border-radius: .4rem; }
      button { padding: .5rem .9rem; font: inherit; color: #fff; background: var(--blue); border: 0; border-radius: .4rem; cursor: pointer; }
      button.no { background: var(--red); }
      button.plain { background: transparent; border: 1px solid #ffffff66; }
      .state { padding: .1rem .6rem; border-radius: 1rem; font-size: .85rem; background: #eef2f5; }
      .state.approved { color: var(--green); background: #e3f4ea; }
      .state.rejected { color: var(--red); background: #fbe9e7; }
      .state.pending { color: var(--amber); background: #fdf3dc; }
      .sorry { color: var(--red); }
      .quiet { color: var(--quiet); }
      """;

  private Layout() {}

  static String page(String title, String header, String main) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <header><strong>Expense portal</strong>%s</header>
        <main>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(Html.escaped(title), STYLE, header, main);
  }

  static String sorry(String sentence) {
    return sentence.isEmpty()
        ? ""
        : "<p class=\"sorry\" role=\"alert\">%s</p>".formatted(Html.escaped(sentence));
  }
}
