package vn.doichieu.letterhead;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an office puts around its documents. Everything may be left open: empty, or null.
 *
 * @param superior the body above the issuer
 * @param issuer the issuing body, if it is not the one that issued the plan
 * @param number the number of the list among the documents of its year
 * @param symbol the symbol behind the number: BC-UBND
 * @param place where documents are signed
 * @param date the day of signing
 * @param capacity the lines above the signature
 * @param signatory who signs
 * @param recipients who gets a copy of the list
 * @param letterRecipients who gets a copy of each unit's letter
 * @param letterSymbol the symbol behind the number of a letter; the number itself stays open
 */
public record Issuer(
    String superior,
    String issuer,
    String number,
    String symbol,
    String place,
    @Nullable LocalDate date,
    List<String> capacity,
    String signatory,
    List<String> recipients,
    List<String> letterRecipients,
    String letterSymbol) {

  /** Where nothing is known: every blank stays a blank. */
  public static final Issuer UNKNOWN =
      new Issuer("", "", "", "", "", null, List.of(), "", List.of(), List.of(), "");

  public Issuer {
    capacity = List.copyOf(capacity);
    recipients = List.copyOf(recipients);
    letterRecipients = List.copyOf(letterRecipients);
  }
}
