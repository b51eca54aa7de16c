package vn.doichieu.web.entry;

import vn.doichieu.web.filing.FigureKey;

/** Names of fields. */
final class Asked {

  private static final String PREFIX = "f:";

  private Asked() {}

  /** The name of the field of a figure: the unit is the page's. */
  static String field(FigureKey key) {
    return PREFIX + key.item() + ":" + key.period();
  }
}
