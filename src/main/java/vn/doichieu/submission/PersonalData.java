package vn.doichieu.submission;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what looks like personal data, which never enters (contract, section 5): columns for names,
 * addresses or identity numbers, identity and telephone numbers anywhere, names where a count
 * belongs.
 */
final class PersonalData {

  private static final Set<String> COLUMNS =
      Set.of(
          "name",
          "fullname",
          "personname",
          "hoten",
          "hovaten",
          "hotendem",
          "tennguoi",
          "nguoi",
          "cccd",
          "cmnd",
          "cmt",
          "socccd",
          "socmnd",
          "cancuoc",
          "socancuoc",
          "cancuoccongdan",
          "chungminhnhandan",
          "sodinhdanh",
          "sodinhdanhcanhan",
          "madinhdanh",
          "idnumber",
          "identitynumber",
          "nationalid",
          "passport",
          "hochieu",
          "sohochieu",
          "phone",
          "phonenumber",
          "mobile",
          "telephone",
          "tel",
          "sdt",
          "dienthoai",
          "sodienthoai",
          "didong",
          "email",
          "address",
          "diachi",
          "noio",
          "thuongtru",
          "hokhau",
          "tamtru",
          "ngaysinh",
          "namsinh",
          "dateofbirth",
          "dob",
          "birthdate",
          "birthday",
          "quequan");

  /** A citizen's identity number (12 digits) or a telephone number, also with spaces or dots. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9])(?:0[0-9]{2}[ .]?[0-9]{3}[ .]?[0-9]{6}|0[0-9]{2}[ .-]?[0-9]{3}[ .-]?[0-9]{3}"
              + "[ .-]?[0-9]{3}|(?:0|\\+84[ .-]?)[35789][0-9]{1,3}[ .-]?[0-9]{3}[ .-]?[0-9]{2,4})"
              + "(?![0-9])");

  private static final Set<String> FAMILY_NAMES =
      Set.of(
          "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ",
          "hồ", "ngô", "dương", "lý", "đinh", "trương", "đoàn", "lâm", "mai", "trịnh", "cao", "đào",
          "hà", "tạ", "tô", "châu", "thạch", "sơn", "kim", "lương", "lưu", "nông", "quách");

  private static final int FEWEST_DIGITS = 9;

  private PersonalData() {}

  /** Whether a column's header asks for personal data. */
  static boolean isColumn(String header) {
    String letters =
        Normalizer.normalize(header, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replace('đ', 'd')
            .replaceAll("[^a-z]", "");
    return COLUMNS.contains(letters);
  }

  /** Whether a cell holds what looks like an identity or telephone number. */
  static boolean isNumber(String cell) {
    return digits(cell) >= FEWEST_DIGITS && NUMBER.matcher(cell).find();
  }

  /**
   * How many digits a cell has: dates and ordinary counts have too few to be worth a closer look.
   */
  private static int digits(String cell) {
    int digits = 0;
    for (int i = 0; i < cell.length(); i++) {
      digits += cell.charAt(i) >= '0' && cell.charAt(i) <= '9' ? 1 : 0;
    }
    return digits;
  }

  /** Whether a cell that should hold a count holds what looks like a person's name. */
  static boolean isName(String cell) {
    String[] words = cell.split("\\s+");
    if (words.length < 2 || words.length > 6) {
      return false;
    }
    for (String word : words) {
      if (!word.chars().allMatch(Character::isLetter) || !Character.isUpperCase(word.charAt(0))) {
        return false;
      }
    }
    return FAMILY_NAMES.contains(words[0].toLowerCase(Locale.ROOT));
  }
}
