package vn.doichieu.letterhead;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.document.Letterhead;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/**
 * Lays out who issues a document as Decree 30/2020/NĐ-CP has it. What nobody has said stays a
 * visible blank, to be filled in by hand.
 */
public final class Letterheads {

  /** What stands before a recipient and behind it; offices write it, or leave it to us. */
  private static final Pattern MARKS = Pattern.compile("^[-–•\\s]+|[;.,\\s]+$");

  /** The line for the files, which is the last one, in either language. */
  private static final Pattern FILED = Pattern.compile("(?iu)(?:lưu|filed?)\\s*:.*");

  /** A unit that is named as a committee already. */
  private static final Pattern COMMITTEE =
      Pattern.compile("(?iu)(?:ủy ban|uỷ ban|ubnd|people.s committee)\\b");

  private final Issuer issuer;
  private final Plan plan;
  private final Messages messages;

  private Letterheads(Issuer issuer, Plan plan, Messages messages) {
    this.issuer = issuer;
    this.plan = plan;
    this.messages = messages;
  }

  /** Around the list of what is not met, as of a day. */
  public static Letterhead ofList(Issuer issuer, Plan plan, LocalDate asOf, Messages messages) {
    return new Letterheads(issuer, plan, messages).list(asOf);
  }

  /** Around the letter to one unit. Its number is another for each letter, and stays a blank. */
  public static Letterhead ofLetter(
      Issuer issuer, Plan plan, ReportingUnit unit, Messages messages) {
    return new Letterheads(issuer, plan, messages).letter(unit);
  }

  /** Whether a letter to a unit would go to the committee that issues it. */
  public static boolean goToTheIssuer(Issuer issuer, Plan plan, ReportingUnit unit) {
    String named = issued(issuer, plan);
    return COMMITTEE.matcher(named).lookingAt()
        && capitals(named).endsWith(" " + capitals(unit.name()));
  }

  private Letterhead list(LocalDate asOf) {
    String asOfText = messages.text("letterhead.title.day", messages.language().date(asOf));
    return letterhead(
        number(issuer.number(), issuer.symbol()),
        "",
        messages.text("letterhead.kind"),
        List.of(messages.text("letterhead.title"), planTitle(), asOfText),
        List.of(),
        recipients(issuer.recipients()));
  }

  private Letterhead letter(ReportingUnit unit) {
    String asAbove = messages.text("letterhead.as_above");
    List<String> recipients = new ArrayList<>(issuer.letterRecipients());
    if (recipients.stream().noneMatch(r -> bare(r).equalsIgnoreCase(asAbove))) {
      recipients.add(0, asAbove);
    }
    return letterhead(
        number("", issuer.letterSymbol()),
        messages.text("letterhead.about", plan.year()),
        "",
        List.of(),
        List.of(messages.text("letterhead.to", addressee(unit))),
        recipients(recipients));
  }

  /** An area of government is written to by its committee. */
  private String addressee(ReportingUnit unit) {
    return switch (unit.kind()) {
      case PROVINCE, DISTRICT, COMMUNE ->
          COMMITTEE.matcher(unit.name()).lookingAt()
              ? unit.name()
              : messages.text("letterhead.committee", messages.language().continued(unit.name()));
      case RESIDENTIAL_GROUP, AGENCY -> unit.name();
    };
  }

  private Letterhead letterhead(
      String number,
      String about,
      String kind,
      List<String> title,
      List<String> addressees,
      List<String> recipients) {
    List<String> capacity =
        issuer.capacity().isEmpty()
            ? List.of(messages.text("letterhead.capacity"))
            : issuer.capacity().stream().map(Letterheads::capitals).toList();
    return new Letterhead(
        messages.text("letterhead.nation"),
        messages.text("letterhead.motto"),
        capitals(issuer.superior()),
        capitals(issued(issuer, plan)),
        number,
        about,
        messages.text("letterhead.place_and_date", known(issuer.place()), day(issuer.date())),
        kind,
        title,
        addressees,
        messages.text("letterhead.recipients"),
        recipients,
        capacity,
        issuer.signatory());
  }

  private static String issued(Issuer issuer, Plan plan) {
    return issuer.issuer().isEmpty() ? plan.issuer() : issuer.issuer();
  }

  private static String capitals(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private String known(String text) {
    return text.isEmpty() ? messages.text("letterhead.blank") : text;
  }

  /** "Số: 05/BC-UBND": a number below ten has a zero before it. */
  private String number(String number, String symbol) {
    if (number.contains("/")) { // With its symbol already
      return messages.text("letterhead.number.whole", number);
    }
    String padded = number.matches("[1-9]") ? "0" + number : number;
    return messages.text("letterhead.number", known(padded), known(symbol));
  }

  /** "ngày 05 tháng 01 năm 2025": days below ten and the first two months have a zero before. */
  private String day(@Nullable LocalDate date) {
    if (date == null) {
      return messages.text("letterhead.date.blank");
    }
    int day = date.getDayOfMonth();
    boolean padded = messages.language() == Language.VI && day < 10;
    String month = messages.text("letterhead.months").split(",")[date.getMonthValue() - 1];
    return messages.text("letterhead.date", padded ? "0" + day : day, month, date.getYear());
  }

  private String planTitle() {
    boolean vietnamese = messages.language() == Language.VI;
    String title = vietnamese ? messages.language().continued(plan.title()) : plan.titleEn();
    return plan.number().isEmpty()
        ? messages.text("letterhead.title.plan", title)
        : messages.text("letterhead.title.numbered", plan.number(), title);
  }

  private List<String> recipients(List<String> named) {
    List<String> all = new ArrayList<>();
    named.stream().map(Letterheads::bare).filter(r -> !r.isEmpty()).forEach(all::add);
    if (all.stream().noneMatch(recipient -> FILED.matcher(recipient).matches())) {
      all.add(messages.text("letterhead.filed"));
    }
    String last = all.remove(all.size() - 1);
    return Stream.concat(
            all.stream().map(recipient -> messages.text("letterhead.recipient", recipient)),
            Stream.of(messages.text("letterhead.recipient.last", last)))
        .toList();
  }

  private static String bare(String recipient) {
    return MARKS.matcher(recipient).replaceAll("");
  }
}
