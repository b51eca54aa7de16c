package vn.doichieu.submission;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.tabular.SheetCell;
import vn.doichieu.tabular.Table;

/**
 * Tells what looks like personal data, which never enters (contract, section 5): columns for names,
 * addresses or identity numbers, identity and telephone numbers anywhere, names where a count
 * belongs or in a note.
 */
public final class PersonalData {

  /** What a header may ask for, as words without marks. */
  private static final List<String> COLUMN_PHRASES =
      List.of(
          "ho ten",
          "hoten",
          "ho va ten",
          "ho dem",
          "ten nguoi",
          "ten nan nhan",
          "full name",
          "fullname",
          "cccd",
          "cmnd",
          "cmt",
          "can cuoc",
          "cancuoc",
          "chung minh nhan dan",
          "dinh danh",
          "dinhdanh",
          "identity",
          "id number",
          "id card",
          "national id",
          "passport",
          "ho chieu",
          "phone",
          "mobile",
          "telephone",
          "tel",
          "sdt",
          "so dt",
          "dien thoai",
          "dienthoai",
          "di dong",
          "zalo",
          "email",
          "address",
          "dia chi",
          "diachi",
          "noi o",
          "thuong tru",
          "ho khau",
          "tam tru",
          "que quan",
          "ngay sinh",
          "nam sinh",
          "ngaysinh",
          "date of birth",
          "dob",
          "birth",
          "birthdate",
          "birthday");

  /** What else may be called a name. */
  private static final Set<String> THINGS_WITH_NAMES =
      Set.of("unit", "item", "file", "plan", "target", "sheet", "period", "commune", "district");

  /** The columns that every table of ours has: they ask for nothing of the kind. */
  private static final Set<String> OURS =
      Set.of(
          "unit",
          "item",
          "period",
          "value",
          "evidence",
          "target",
          "until",
          "reason",
          "approved_by",
          "decision",
          "code",
          "kind",
          "role",
          "parent");

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 .()-]{7,20}[0-9]");
  private static final Pattern DATE = Pattern.compile("[0-9]{1,2}[.-][0-9]{1,2}[.-][0-9]{4}");
  private static final Pattern CITIZEN_OR_TELEPHONE =
      Pattern.compile(
          "0[0-9]{11}|0[0-9]{8}|0[35789][0-9]{8}|02[0-9]{9}|84[35789][0-9]{8}|842[0-9]{9}");
  private static final int FEWEST_DIGITS = 9;

  private static final Set<String> FAMILY_NAMES =
      Set.of(
          "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ",
          "hồ", "ngô", "dương", "lý", "đinh", "trương", "đoàn", "lâm", "mai", "trịnh", "cao", "đào",
          "hà", "tạ", "tô", "châu", "thạch", "sơn", "kim", "lương", "lưu", "nông", "quách");
  private static final Set<String> FAMILY_NAMES_WITHOUT_MARKS = withoutMarks(FAMILY_NAMES);
  private static final Set<String> MIDDLE_NAMES = Set.of("văn", "thị", "van", "thi");
  private static final Set<String> TITLES =
      Set.of("ông", "bà", "anh", "chị", "em", "cháu", "ong", "ba", "chi", "mr", "mrs", "ms");
  private static final int MOST_WORDS = 6;

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  /** What stands before the name of a street, a commune or a school that is a person's, too. */
  private static final Set<String> PLACES =
      Set.of(
          "đường",
          "phố",
          "ngõ",
          "ngách",
          "hẻm",
          "xã",
          "phường",
          "quận",
          "huyện",
          "thị trấn",
          "tiểu học",
          "thcs",
          "thpt");

  /** Where somebody is spoken of: "chủ tịch xã Nguyễn Văn A" is no commune. */
  private static final Set<String> PEOPLE =
      Set.of(
          "ông",
          "bà",
          "anh",
          "chị",
          "em",
          "cháu",
          "cô",
          "chú",
          "bác",
          "thầy",
          "đồng chí",
          "tịch",
          "trưởng",
          "phó",
          "bí thư",
          "cán bộ",
          "viên",
          "chức",
          "người",
          "đối tượng");

  private static final Pattern QUOTED = Pattern.compile("\\s*[“”\"„«‘'’]\\s*");

  /** The columns for notes, as words without marks: nobody needs a name there. */
  private static final Set<String> NOTES = Set.of("note", "notes", "ghi chu");

  private PersonalData() {}

  /** Whether a column's header asks for personal data. */
  static boolean isColumn(String header) {
    if (OURS.contains(header)) {
      return false;
    }
    String words = " " + plain(header).replaceAll("[^a-z]+", " ").strip() + " ";
    if (COLUMN_PHRASES.stream().anyMatch(phrase -> words.contains(" " + phrase + " "))) {
      return true;
    }
    if (words.equals(" ten ")) {
      return true;
    }
    Set<String> single = new HashSet<>(Arrays.asList(words.strip().split(" ")));
    return single.contains("name") && single.stream().noneMatch(THINGS_WITH_NAMES::contains);
  }

  /** Whether a cell holds what looks like an identity or telephone number. */
  public static boolean isNumber(String cell) {
    if (cell.length() < FEWEST_DIGITS || digits(cell) < FEWEST_DIGITS) {
      return false;
    }
    Matcher matcher = NUMBER.matcher(cell);
    while (matcher.find()) {
      String number = matcher.group();
      String digits = number.replaceAll("[^0-9]", "");
      String national = digits.startsWith("840") ? digits.substring(2) : digits;
      if (!DATE.matcher(number).find() && CITIZEN_OR_TELEPHONE.matcher(national).matches()) {
        return true;
      }
    }
    return false;
  }

  /** How many digits a cell has: dates and ordinary counts have too few for a closer look. */
  private static int digits(String cell) {
    int digits = 0;
    for (int i = 0; i < cell.length(); i++) {
      digits += cell.charAt(i) >= '0' && cell.charAt(i) <= '9' ? 1 : 0;
    }
    return digits;
  }

  /** Whether a cell that should hold a count holds what looks like people's names. */
  public static boolean isName(String cell) {
    return cell.indexOf(' ') > 0
        && Arrays.stream(cell.split("[^\\p{L}\\s.]+|\\s(?:và|cùng)\\s"))
            .anyMatch(part -> isOneName(part.strip()));
  }

  /**
   * Whether a sentence names a person: a family name, a middle name that only people have, and a
   * given name. Places ("Sơn Tây, Hà Nội") are no persons, and neither is what is called after one
   * where that is plain: right behind "đường", "xã" and the like, where nobody is spoken of before;
   * or there in quotation marks.
   */
  public static boolean namesPerson(String sentence) {
    List<MatchResult> words = WORD.matcher(sentence).results().toList();
    for (int i = 0; i + 2 < words.size(); i++) {
      String family = lower(words, i);
      boolean capitals =
          words.subList(i, i + 3).stream()
              .allMatch(word -> Character.isUpperCase(word.group().charAt(0)));
      if (capitals
          && MIDDLE_NAMES.contains(lower(words, i + 1))
          && (FAMILY_NAMES.contains(family) || FAMILY_NAMES_WITHOUT_MARKS.contains(family))
          && !isPlace(sentence, words, i)) {
        return true;
      }
    }
    return false;
  }

  private static String lower(List<MatchResult> words, int i) {
    return words.get(i).group().toLowerCase(Locale.ROOT);
  }

  /** Whether the name that begins with a word is that of a place. */
  private static boolean isPlace(String sentence, List<MatchResult> words, int name) {
    int kind = name - 1;
    if (kind < 0 || !isIn(PLACES, words, kind)) {
      return false;
    }
    String between = between(sentence, words, kind);
    if (!between.isBlank()) {
      return QUOTED.matcher(between).matches();
    }
    for (int i = kind - 1; i >= 0 && between(sentence, words, i).isBlank(); i--) {
      if (isIn(PEOPLE, words, i)) {
        return false;
      }
    }
    return true;
  }

  /** What stands behind a word and before the next. */
  private static String between(String sentence, List<MatchResult> words, int i) {
    return sentence.substring(words.get(i).end(), words.get(i + 1).start());
  }

  /** Whether a word, or it with the one before, is one of some. */
  private static boolean isIn(Set<String> some, List<MatchResult> words, int i) {
    String word = lower(words, i);
    return some.contains(word) || (i > 0 && some.contains(lower(words, i - 1) + " " + word));
  }

  /** Whether a text holds an identity or telephone number, or names a person. */
  public static boolean isIn(String text) {
    return isNumber(text) || namesPerson(text);
  }

  private static boolean isOneName(String text) {
    List<String> words = Arrays.asList(text.split("[\\s.]+"));
    if (!words.isEmpty() && TITLES.contains(words.get(0).toLowerCase(Locale.ROOT))) {
      words = words.subList(1, words.size());
    }
    if (words.size() < 2
        || words.size() > MOST_WORDS
        || !words.stream().allMatch(word -> word.chars().allMatch(Character::isLetter))) {
      return false;
    }
    String family = words.get(0).toLowerCase(Locale.ROOT);
    boolean known = FAMILY_NAMES.contains(family);
    boolean middle =
        words.size() > 2 && MIDDLE_NAMES.contains(words.get(1).toLowerCase(Locale.ROOT));
    if (words.stream().allMatch(word -> Character.isUpperCase(word.charAt(0)))) {
      return middle || known || (isAscii(text) && FAMILY_NAMES_WITHOUT_MARKS.contains(family));
    }
    // Without capitals only a middle name tells: "đang cập nhật" is no person.
    return middle && (known || FAMILY_NAMES_WITHOUT_MARKS.contains(family));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static Set<String> withoutMarks(Set<String> words) {
    Set<String> plain = new HashSet<>();
    words.forEach(word -> plain.add(plain(word)));
    return plain;
  }

  /** Lower case without marks; đ, which has no mark to strip, becomes d. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd');
  }

  /** Looks through a table of figures; what it finds is named by its place, never repeated. */
  static final class Search {

    private static final int REMEMBERED = 8;

    private final Table table;
    private final int valueColumn;
    private final ProblemLog log;
    private int columnsSeen;

    /** The last cell of each column that is as it should be: a file repeats its cells. */
    private final @Nullable String[] sound = new String[REMEMBERED];

    Search(Table table, int valueColumn) {
      this.table = table;
      this.valueColumn = valueColumn;
      this.log = new ProblemLog(table);
    }

    /** Everything found, the header included. */
    List<Problem> found() {
      lookAtHeader();
      return log.problems();
    }

    /** Looks at every cell, also beyond the last column, before anything of the row is repeated. */
    void look(Table.Row row) {
      lookAtHeader();
      for (int i = 0; i < row.cells(); i++) {
        String cell = row.cell(i);
        if (i < REMEMBERED && cell.equals(sound[i])) {
          continue;
        }
        boolean beyond = i >= columnsSeen;
        if (isNumberIn(row, i, cell)
            || ((beyond || i == valueColumn) && isName(cell))
            || (!beyond && isNote(i) && namesPerson(cell))) {
          String letters = row.letters(i);
          String header = beyond ? FiguresReader.VALUE : table.header().get(i);
          log.addCause(
              Problem.Kind.PERSONAL_VALUE, row.lineOf(i), letters == null ? header : letters, null);
        } else if (i < REMEMBERED && row.sheetCell(i) == null) {
          sound[i] = cell;
        }
      }
    }

    private boolean isNote(int column) {
      return NOTES.contains(plain(table.header().get(column)).strip());
    }

    /** Looks at the columns that have turned up since the last look. */
    private void lookAtHeader() {
      for (List<String> header = table.header(); columnsSeen < header.size(); columnsSeen++) {
        String column = header.get(columnsSeen);
        if (isColumn(column)) {
          log.add(Problem.Kind.PERSONAL_COLUMN, table.headerRow(), column, column);
        }
      }
    }

    /** A spreadsheet drops the first 0 of a telephone number that is typed as a number. */
    private boolean isNumberIn(Table.Row row, int column, String cell) {
      if (isNumber(cell)) {
        return true;
      }
      SheetCell own = column == valueColumn ? null : row.sheetCell(column);
      return own != null && own.kind() == SheetCell.Kind.NUMBER && isNumber("0" + cell);
    }
  }
}
