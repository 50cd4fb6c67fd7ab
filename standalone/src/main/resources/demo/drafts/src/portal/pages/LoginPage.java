package portal.pages;

/// Where one signs in.
public record LoginPage(String sorry) {
  public String html() {
    return Layout.page(
        "Sign in",
        "",
        """
        <section>
        <h2>Sign in</h2>
        %s
        <form method="post" action="/login">
        <label>Name <input name="name" autocomplete="username" required autofocus></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
        <button>Sign in</button>
        </form>
        <p class="quiet">For a look around: ada / ada-2026 and ben / ben-2026 hand in expenses, mia / mia-2026 decides.</p>
        </section>
        """
            .formatted(Layout.sorry(sorry)));
  }
}
