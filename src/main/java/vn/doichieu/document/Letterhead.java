package vn.doichieu.document;

import java.util.List;

/**
 * What stands around the body of an official document (Decree 30/2020/NĐ-CP, annex I). What is not
 * known yet is a visible blank already.
 *
 * @param nation the name of the nation, in capitals
 * @param motto the national motto
 * @param superior the body above the issuer, in capitals; empty if none is named
 * @param issuer the issuing body, in capitals
 * @param number number and symbol: "Số: ……/BC-UBND"
 * @param about what a letter is about, under its number; empty for a document with a title
 * @param placeAndDate "Hóc Môn, ngày …… tháng …… năm 2025"
 * @param kind the kind of document, in capitals: "DANH SÁCH"; empty for a letter
 * @param title the lines of the title below the kind
 * @param addressees who a letter is to, with its introduction: "Kính gửi: …"; empty if none
 * @param recipientsHeading "Nơi nhận:"
 * @param recipients who gets a copy, one a line
 * @param capacity the lines above the signature, in capitals: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"
 * @param signatory the name below the signature; empty until somebody signs
 */
public record Letterhead(
    String nation,
    String motto,
    String superior,
    String issuer,
    String number,
    String about,
    String placeAndDate,
    String kind,
    List<String> title,
    List<String> addressees,
    String recipientsHeading,
    List<String> recipients,
    List<String> capacity,
    String signatory) {

  public Letterhead {
    superior = Cell.clean(superior);
    issuer = Cell.clean(issuer);
    number = Cell.clean(number);
    about = Cell.clean(about);
    placeAndDate = Cell.clean(placeAndDate);
    title = cleaned(title);
    addressees = cleaned(addressees);
    recipients = cleaned(recipients);
    capacity = cleaned(capacity);
    signatory = Cell.clean(signatory);
  }

  /** The same around a letter that is about something else. */
  public Letterhead about(String text) {
    return new Letterhead(
        nation,
        motto,
        superior,
        issuer,
        number,
        text,
        placeAndDate,
        kind,
        title,
        addressees,
        recipientsHeading,
        recipients,
        capacity,
        signatory);
  }

  private static List<String> cleaned(List<String> texts) {
    return texts.stream().map(Cell::clean).toList();
  }
}
