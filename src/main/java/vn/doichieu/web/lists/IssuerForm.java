package vn.doichieu.web.lists;

import java.util.stream.Collectors;
import vn.doichieu.web.request.FreeText;
import vn.doichieu.web.request.Refusal;

/**
 * Who issues the lists of an area, as it is written; all of it may be empty.
 *
 * @param superior the body above the issuer
 * @param issuer the issuing body, if it is not the one that issued the plan
 * @param symbol the symbol behind the number: BC-UBND
 * @param place where documents are signed
 * @param capacity the lines above the signature
 * @param recipients who gets a copy, one a line
 * @param revision how often it was set; 0 where it never was
 */
public record IssuerForm(
    String superior,
    String issuer,
    String symbol,
    String place,
    String capacity,
    String recipients,
    int revision) {

  static final IssuerForm EMPTY = new IssuerForm("", "", "", "", "", "", 0);

  private static final int MOST_LINES = 30;

  /**
   * The same, cleaned.
   *
   * @throws Refusal if something is too long, or holds personal data
   */
  IssuerForm checked() {
    String lines = lines(capacity);
    if (lines.lines().anyMatch(FreeText::isPerson)) {
      throw Refusal.invalid("issuer_person");
    }
    return new IssuerForm(
        line(superior),
        line(issuer),
        line(symbol),
        line(place),
        lines,
        lines(recipients),
        revision);
  }

  private static String line(String text) {
    return text.isBlank() ? "" : FreeText.line(text);
  }

  private static String lines(String text) {
    if (text.lines().count() > MOST_LINES) {
      throw Refusal.invalid("issuer_lines", MOST_LINES);
    }
    return text.lines()
        .map(IssuerForm::line)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
