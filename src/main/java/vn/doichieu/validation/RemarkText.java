package vn.doichieu.validation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.doichieu.doubt.Remark;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlaceText;
import vn.doichieu.wording.PlainText;

/**
 * A remark in words: where, what is doubtful, what to do. In the bundles {0} is what was read, {1}
 * and on are the remark's arguments.
 */
public final class RemarkText {

  private static final int MOST_READ = 400;
  private static final String DAY = "[0-9]{4}-[01][0-9]-[0-3][0-9]";

  private final Messages messages;

  public RemarkText(Messages messages) {
    this.messages = messages;
  }

  /** What is doubtful; with the word that was probably meant, where there is one. */
  public String what(Remark remark) {
    String key = "remark." + remark.kind().code() + ".what";
    boolean none = !remark.arguments().isEmpty() && remark.arguments().get(0).isEmpty();
    String own = none && messages.has(key + ".none") ? key + ".none" : key;
    String what = PlainText.of(messages.text(own, arguments(remark)));
    String meant = probablyMeant(remark);
    return meant.isEmpty() ? what : what + " " + messages.text("problem.nearest", meant);
  }

  /** The word that was probably meant, which some kinds have as their last argument; or empty. */
  static String probablyMeant(Remark remark) {
    return switch (remark.kind()) {
      case UNIT_KIND_UNKNOWN, SUPERIOR_UNKNOWN, NO_UNIT_IN_DATA, ACCEPTED_UNMATCHED ->
          remark.arguments().get(remark.arguments().size() - 1);
      case ROLE_NEAR_ANOTHER -> remark.arguments().get(0);
      default -> "";
    };
  }

  /** What to do. */
  public String remedy(Remark remark) {
    return PlainText.of(messages.text("remark." + remark.kind().code() + ".do", arguments(remark)));
  }

  /** Place, what and remedy in one paragraph, as problems are told. */
  public String sentence(Remark remark) {
    return statement(remark) + " " + remedy(remark);
  }

  /** The place and what is doubtful there, for somebody who has nothing to do about it. */
  String statement(Remark remark) {
    String place = PlaceText.of(remark.place(), messages);
    String about =
        remark.subject().equals(remark.place().column()) ? "" : " (" + remark.subject() + ")";
    return PlainText.of(place + about) + ": " + what(remark);
  }

  private Object[] arguments(Remark remark) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(shown(remark.read()));
    remark.arguments().forEach(argument -> arguments.add(shown(argument)));
    return arguments.toArray();
  }

  private static Optional<LocalDate> iso(String text) {
    try {
      return text.matches(DAY) ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty(); // 2024-02-31 is shown as it was read.
    }
  }

  private String shown(String text) {
    if (text.isBlank()) {
      return messages.text("value.blank");
    }
    Optional<LocalDate> day = iso(text);
    if (day.isPresent()) {
      return messages.language().date(day.get());
    }
    return text.length() <= MOST_READ ? text : text.substring(0, MOST_READ) + "…";
  }
}
