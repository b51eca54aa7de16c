package vn.doichieu.web.request;

import java.util.List;
import java.util.Set;

/** Who may call what of one feature. What no feature names, nobody may call. */
public interface Routes {

  /** The rows of this feature; patterns of all features are apart from each other. */
  List<Route> routes();

  /**
   * One row.
   *
   * @param method GET, POST, PUT or DELETE
   * @param pattern a path, where {@code *} stands for one part
   * @param roles who may; within a role, what belongs to whom is the feature's to say
   * @param reading whether it changes nothing, so that a token for reading may, too
   */
  record Route(String method, String pattern, Set<Role> roles, boolean reading) {

    public Route {
      roles = Set.copyOf(roles);
    }

    public static Route get(String pattern, Role... roles) {
      return new Route("GET", pattern, Set.of(roles), true);
    }

    public static Route post(String pattern, Role... roles) {
      return new Route("POST", pattern, Set.of(roles), false);
    }

    /** A question that is too long for an address. */
    public static Route ask(String pattern, Role... roles) {
      return new Route("POST", pattern, Set.of(roles), true);
    }
  }

  /** Every role: whoever has signed in. */
  Role[] ANYONE = Role.values();

  /** All roles but the clerks of units, who see their own unit only. */
  Role[] OFFICE = {Role.STAFF, Role.AUDITOR, Role.APPROVER, Role.LEADER, Role.ADMINISTRATOR};
}
