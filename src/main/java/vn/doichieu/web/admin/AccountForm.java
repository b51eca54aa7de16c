package vn.doichieu.web.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.FreeText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;

/**
 * An account as an administrator fills it in.
 *
 * @param area the number of a clerk's area; empty for other roles
 * @param unit the code of a clerk's unit; empty for other roles
 */
record AccountForm(String login, String title, String role, String area, String unit) {

  static final AccountForm EMPTY = new AccountForm("", "", Role.CLERK.code(), "", "");

  /** What a role asks for besides itself. */
  record Place(Role role, @Nullable Long area, @Nullable String unit) {}

  /** The login as accounts have it. */
  String cleanLogin() {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The title.
   *
   * @throws Refusal if it looks like a person: titles name offices
   */
  String office() {
    if (FreeText.isPerson(title)) {
      throw Refusal.invalid("personal_title");
    }
    return title;
  }

  /**
   * The role, with the unit of a clerk.
   *
   * @throws Refusal if there is no such role or unit
   */
  Place place(Areas areas) {
    Role wanted =
        Arrays.stream(Role.values())
            .filter(some -> some.code().equals(role))
            .findFirst()
            .orElseThrow(() -> Refusal.invalid("role_unknown"));
    if (wanted != Role.CLERK) {
      return new Place(wanted, null, null);
    }
    Area of =
        Optional.of(area)
            .filter(number -> number.matches("[0-9]{1,18}"))
            .map(number -> areas.get(Long.parseLong(number)))
            .orElseThrow(() -> Refusal.invalid("clerk_needs_unit"));
    String code = unit.strip();
    if (areas.units(of).all().find(code) == null) {
      throw Refusal.invalid("unit_unknown", code, of.name());
    }
    return new Place(wanted, of.id(), code);
  }
}
