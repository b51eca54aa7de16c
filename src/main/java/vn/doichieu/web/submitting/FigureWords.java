package vn.doichieu.web.submitting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Rate;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlaceText;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.Wording;

/** Single figures in words, in a reader's language. */
public final class FigureWords {

  private final Messages messages;
  private final Wording wording;

  /** Words of a language. */
  public FigureWords(Messages messages) {
    this.messages = messages;
    wording = new Wording(messages);
  }

  /** What an item is called. */
  public String label(Item item) {
    return PlainText.of(wording.label(item));
  }

  /** A period in words. */
  public String period(ReportingPeriod period) {
    return messages.language().period(period);
  }

  /** The value for readers; empty where there is none. */
  public String value(Figure figure) {
    if (figure.state() != Figure.State.VALID) {
      return "";
    }
    return switch (figure.item().type()) {
      case COUNT -> messages.language().number(figure.value());
      case YES_NO -> messages.text(figure.value() == 1 ? "yes" : "no");
      case DATE -> messages.language().date(LocalDate.ofEpochDay(figure.value()));
      case RATE -> messages.language().rate(Rate.unpacked(figure.value()));
    };
  }

  /** The value as it is typed: the same whatever the language, and read back as the same. */
  public static String typed(Figure figure) {
    if (figure.state() != Figure.State.VALID) {
      return "";
    }
    return switch (figure.item().type()) {
      case COUNT -> Long.toString(figure.value());
      case YES_NO -> figure.value() == 1 ? "có" : "không";
      case DATE -> {
        LocalDate day = LocalDate.ofEpochDay(figure.value());
        yield day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
      }
      case RATE -> Rate.unpacked(figure.value()).text(',');
    };
  }

  /** Where it was read; empty where it was not. */
  public String place(@Nullable SourceLocation place) {
    return place == null ? "" : PlainText.of(PlaceText.of(place, messages));
  }
}
