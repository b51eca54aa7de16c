package vn.doichieu.ruletable;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.doichieu.tabular.Dialect;

/**
 * The names that the columns of rules go by. Case, spaces and underscores do not matter; Vietnamese
 * names may be written without any marks, but not with other ones: "Mức" is not "Mục".
 */
public final class RuleColumns {

  /** Tables of rules: columns by any of their names, lines of comment. */
  public static final Dialect DIALECT = new Dialect(RuleColumns::key, true);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Map<String, String> VIETNAMESE = new LinkedHashMap<>();
  private static final Map<String, String> KEYS = new LinkedHashMap<>();

  static {
    name("target", "Mã chỉ tiêu", "Mã");
    name("title", "Tên chỉ tiêu");
    name("action", "Việc phải làm");
    name("counted", "Đối tượng được đếm");
    name("title_en", "Tên bằng tiếng Anh");
    name("section", "Mục");
    name("quote", "Câu trích", "Trích nguyên văn");
    name("kind", "Loại");
    name("scope", "Phạm vi");
    name("applies_to", "Áp dụng cho");
    name("inputs", "Số liệu");
    name("comparator", "Phép so sánh");
    name("threshold", "Ngưỡng");
    name("bands", "Xếp loại");
    name("periods", "Kỳ");
    name("closes_on", "Ngày chốt");
    name("condition", "Điều kiện");
    name("binding", "Ràng buộc");
    name("on_miss", "Khi không đạt");
    name("priority", "Ưu tiên", "Mức ưu tiên");
    name("confidence", "Độ chắc chắn");
    name("reading", "Cách hiểu");
    name("note", "Ghi chú");
    name("says", "Nội dung cách hiểu");
    name("says_en", "Nội dung bằng tiếng Anh");
    name("decided_by", "Người quyết định", "Cơ quan quyết định");
    name("result", "Kết quả cố định", "Kết quả");
    name("all_of", "Gồm các chỉ tiêu");
  }

  private RuleColumns() {}

  private static void name(String key, String vietnamese, String... others) {
    VIETNAMESE.put(key, vietnamese);
    KEYS.put(folded(key), key);
    known(vietnamese, key);
    for (String other : others) {
      known(other, key);
    }
  }

  private static void known(String name, String key) {
    KEYS.put(folded(name), key);
    KEYS.put(folded(unmarked(name)), key);
  }

  /** The English name of the column that a cell names; the cell as it is where nobody knows it. */
  public static String key(String cell) {
    return KEYS.getOrDefault(folded(cell), cell);
  }

  /** What a column is called; a column that nobody knows goes by the name it has. */
  public static String heading(String key, boolean vietnamese) {
    return vietnamese ? VIETNAMESE.getOrDefault(key, key) : key;
  }

  /** The English names of all columns of all tables. */
  public static Set<String> all() {
    return Collections.unmodifiableSet(VIETNAMESE.keySet());
  }

  /** Whether rules are read from a column. */
  public static boolean isKnown(String key) {
    return VIETNAMESE.containsKey(key);
  }

  private static String folded(String name) {
    return BETWEEN_WORDS.matcher(name.strip()).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  private static String unmarked(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace('Đ', 'D').replace('đ', 'd');
  }
}
