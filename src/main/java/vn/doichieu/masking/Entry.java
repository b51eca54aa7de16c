package vn.doichieu.masking;

import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;

/** Where one figure stands: unit, item and period. */
record Entry(ReportingUnit unit, Item item, ReportingPeriod period) {

  static Entry of(Figure figure) {
    return new Entry(figure.unit(), figure.item(), figure.period());
  }

  /** The same item and period at another unit. */
  Entry at(ReportingUnit other) {
    return new Entry(other, item, period);
  }
}
