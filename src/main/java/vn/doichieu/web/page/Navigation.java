package vn.doichieu.web.page;

import java.util.List;
import vn.doichieu.web.request.Viewer;

/** The places that one feature adds to the menu. */
public interface Navigation {

  /** Those that a viewer may go to. */
  List<Place> places(Viewer viewer);

  /**
   * A place of the menu.
   *
   * @param order where it stands, from left to right
   * @param path its address
   * @param text the key of its text
   */
  record Place(int order, String path, String text) {}
}
