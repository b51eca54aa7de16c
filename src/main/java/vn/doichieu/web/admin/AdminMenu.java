package vn.doichieu.web.admin;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.doichieu.web.page.Navigation;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;

/** The administrator's part of the menu. */
@Component
class AdminMenu implements Navigation {

  @Override
  public List<Place> places(Viewer viewer) {
    return viewer.is(Role.ADMINISTRATOR)
        ? List.of(
            new Place(80, AccountPages.PATH, "admin.accounts"),
            new Place(81, AreaPages.PATH, "admin.areas"),
            new Place(82, AuditPages.PATH, "admin.log"))
        : List.of();
  }
}
