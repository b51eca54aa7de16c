package vn.doichieu.domain;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Input that cannot be used as it stands; never a finding. One cause is one problem, however many
 * findings it touches.
 *
 * @param kind what is wrong
 * @param location where; the first place when there are several
 * @param read what was read, as it stood
 * @param arguments what the sentences of this kind need besides ("items known to the plan")
 * @param alsoAt further rows of the same file with the same cause
 * @param other the place that this one contradicts; null for most kinds
 */
public record Problem(
    Kind kind,
    SourceLocation location,
    @Nullable String read,
    List<String> arguments,
    List<Integer> alsoAt,
    @Nullable SourceLocation other) {

  /**
   * By place: file, sheet, row, column, then kind and text, so that output never depends on chance.
   */
  public static final Comparator<Problem> BY_PLACE =
      Comparator.comparing((Problem p) -> p.location().file())
          .thenComparing(p -> p.location().sheet() == null ? "" : p.location().sheet())
          .thenComparingInt(p -> p.location().row())
          .thenComparing(p -> p.location().column() == null ? "" : p.location().column())
          .thenComparing(Problem::kind)
          .thenComparing(p -> p.read() == null ? "" : p.read())
          .thenComparing(p -> p.arguments().toString());

  public Problem {
    arguments = List.copyOf(arguments);
    alsoAt = List.copyOf(alsoAt);
  }

  public Problem(Kind kind, SourceLocation location, @Nullable String read, String... arguments) {
    this(kind, location, read, List.of(arguments), List.of(), null);
  }

  /** This problem, said to occur in further rows too. */
  public Problem alsoAt(List<Integer> rows) {
    return new Problem(kind, location, read, arguments, rows, other);
  }

  /** This problem, said to contradict another place. */
  public Problem against(SourceLocation place) {
    return new Problem(kind, location, read, arguments, alsoAt, place);
  }

  /** What can be wrong. Each kind has its sentences in the message bundles, by its code. */
  public enum Kind {
    // A stored submission as a whole: told before what is wrong with its files.
    SUBMISSION_OF_GONE_UNIT,
    SUBMISSION_UNREADABLE,
    SUBMISSION_OF_SEVERAL_UNREADABLE,
    // A file or folder as a whole.
    FOLDER_NOT_FOUND,
    NOT_A_FOLDER,
    FILE_NOT_FOUND,
    FILE_UNREADABLE,
    FILE_CHANGED,
    FORMAT_UNSUPPORTED,
    NOT_A_FILE,
    FILE_NOT_READ,
    DELIVERY_EMPTY,
    NOT_UTF8,
    EMPTY_FILE,
    MALFORMED_CSV,
    TABLE_TOO_LONG,
    HEADER_NOT_FOUND,
    MISSING_COLUMN,
    DUPLICATE_COLUMN,
    SEMICOLON_SEPARATOR,
    WRONG_CELL_COUNT,
    // A result of a check
    NOT_JSON,
    NOT_A_RESULT,
    RESULT_TRUNCATED,
    RESULT_TOO_LARGE,
    // The result of the last list
    PREVIOUS_OF_OTHER_PLAN,
    PREVIOUS_FILTERED,
    PREVIOUS_AFTER_TODAY,
    PREVIOUS_TWICE,
    PREVIOUS_TOO_LARGE,
    // issuer.yaml
    ISSUER_VALUE_INVALID,
    ISSUER_TOO_LARGE,
    // A workbook or a JSON file.
    WORKBOOK_ENCRYPTED,
    WORKBOOK_XLS,
    WORKBOOK_ODS,
    WORKBOOK_XLSB,
    WORKBOOK_XLSM,
    WORKBOOK_WEB_PAGE,
    WORKBOOK_TRUNCATED,
    WORKBOOK_TOO_LARGE,
    WORKBOOK_DOCTYPE,
    WORKBOOK_LINKS_OUTSIDE,
    WORKBOOK_DAMAGED,
    NOT_A_WORKBOOK,
    SHEET_NOT_FOUND,
    HIDDEN_ROWS,
    HIDDEN_SHEET,
    CELL_ERROR,
    FORMULA_WITHOUT_VALUE,
    MERGED_CELLS,
    NUMBER_AMBIGUOUS,
    NUMBER_NOT_WHOLE,
    NUMBER_ROUNDED,
    NOT_A_FORM,
    FORM_MARKER_INVALID,
    FORM_OF_OTHER_PLAN,
    FORM_HEADER_NOT_FOUND,
    VALUE_WITHOUT_CODE,
    MALFORMED_JSON,
    JSON_NOT_A_LIST,
    JSON_NESTED,
    // units.csv
    NO_AREA,
    SEVERAL_AREAS,
    UNKNOWN_PARENT,
    PARENT_CYCLE,
    UNKNOWN_KIND,
    DUPLICATE_UNIT,
    BLANK_CODE,
    AGENCY_WITHOUT_ROLE,
    ROLE_WITHOUT_UNIT,
    ROLE_UNUSED,
    UNIT_WITHOUT_GROUP,
    AREA_NAME_DIFFERS,
    // figures.csv
    UNKNOWN_UNIT,
    UNKNOWN_ITEM,
    UNKNOWN_PERIOD,
    FIGURE_UNUSED,
    FIGURE_NOT_ASKED,
    FIGURE_OF_OTHER_UNIT,
    FIGURE_LOCKED,
    FILE_ELSEWHERE,
    NOT_A_COUNT,
    COUNT_TOO_LARGE,
    NOT_YES_NO,
    NOT_A_DATE,
    NOT_A_RATE,
    DATE_OUTSIDE_PLAN,
    CONFLICTING_FIGURES,
    NUMERATOR_ABOVE_DENOMINATOR,
    NEGATIVE_DENOMINATOR,
    PERSONAL_COLUMN,
    PERSONAL_VALUE,
    // waivers.csv
    WAIVER_INCOMPLETE,
    WAIVER_UNTIL_INVALID,
    WAIVER_UNMATCHED,
    // explanations.csv
    EXPLANATION_BLANK,
    EXPLANATION_UNMATCHED,
    EXPLANATION_TWICE,
    // rules/<plan>/cases
    CASE_FILE_KIND,
    CASE_FILE_EMPTY,
    CASE_PART_INVALID,
    CASE_TARGET_UNKNOWN,
    CASE_ITEM_UNKNOWN,
    CASE_UNIT_UNKNOWN,
    CASE_EXPECTS_NOTHING,
    CASE_TWICE,
    JUSTIFICATION_BLANK,
    JUSTIFICATION_UNKNOWN,
    // *.drl of rules/common and of a plan
    DRL_NO_RULES,
    DRL_TOO_LARGE,
    DRL_TOO_MANY_RULES,
    DRL_SYNTAX,
    DRL_CHARACTER,
    DRL_ELEMENT,
    DRL_IMPORT,
    DRL_RULE_NAME,
    DRL_ATTRIBUTE,
    DRL_PATTERN,
    DRL_FACT,
    DRL_CONSTRAINT,
    DRL_PROPERTY,
    DRL_VARIABLE,
    DRL_NO_VARIABLE,
    DRL_FUNCTION,
    DRL_TEXT_MISSING,
    DRL_OTHER_BODY,
    DRL_CONSEQUENCE,
    DRL_NOT_BUILT,
    DRL_JOINS,
    DRL_FIRINGS,
    DRL_FAILED,
    DRL_ROW_WITHOUT_RULE,
    DRL_RULE_WITHOUT_ROW,
    // plan.yaml and targets.csv
    MALFORMED_YAML,
    YAML_CONSTRUCT,
    MISSING_KEY,
    UNKNOWN_KEY,
    DUPLICATE_KEY,
    RULE_CELL_INVALID,
    RULE_CELL_BLANK,
    RULE_ITEM_UNKNOWN,
    RULE_ITEM_TYPE,
    DUPLICATE_TARGET,
    READING_TARGET_UNKNOWN,
    NO_TARGETS,
    RULES_NOT_BUILT,
    // targets.xlsx, readings.xlsx and to-confirm.csv
    TWO_TABLES,
    RULE_SHEET_NOT_FOUND,
    RULE_CELL_UNNAMED,
    RULE_CELL_SHOWN_IN_PART,
    RULE_CELL_TOO_LONG,
    UNCONFIRMED
  }
}
