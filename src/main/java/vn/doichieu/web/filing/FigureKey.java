package vn.doichieu.web.filing;

import vn.doichieu.domain.Figure;
import vn.doichieu.submission.Delivery.Withdrawal;

/** What tells a figure from all others of an area, whichever plan reads it: three codes. */
public record FigureKey(String unit, String item, String period) {

  /** The key of a figure. */
  public static FigureKey of(Figure figure) {
    return new FigureKey(figure.unit().code(), figure.item().code(), figure.period().text());
  }

  /** The key of a figure that is taken back. */
  public static FigureKey of(Withdrawal withdrawal) {
    return new FigureKey(withdrawal.unit(), withdrawal.item(), withdrawal.period());
  }
}
