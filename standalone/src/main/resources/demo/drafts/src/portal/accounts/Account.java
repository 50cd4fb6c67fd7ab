package portal.accounts;

/// Somebody who may sign in.
public record Account(String name, String shown, Role role) {
  public enum Role {
    EMPLOYEE,
    MANAGER
  }

  public boolean manager() {
    return role == Role.MANAGER;
  }
}
