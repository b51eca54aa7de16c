package vn.doichieu.domain;

import java.util.Locale;

/** What a finding concludes (contract, section 4). */
public enum Result {
  /** Đạt: the target holds. */
  MET,
  /** Không đạt: it does not hold, and the period is over. */
  NOT_MET,
  /** Đang thực hiện: not met or not yet known, and there is still time. */
  IN_PROGRESS,
  /** Chưa báo cáo: a needed figure is absent and the period is over. */
  MISSING,
  /** Không phát sinh, không áp dụng: nothing to judge. */
  NOT_APPLICABLE,
  /** Số liệu cần xác minh: a needed figure is invalid or impossible. */
  INVALID,
  /** Được miễn, gia hạn: an approved exception is in force. */
  WAIVED,
  /** Cần người đánh giá: a person decides. */
  NEEDS_REVIEW;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** Whether a binding finding with it makes the check fail (contract, section 3). */
  public boolean failsCheck() {
    return this == NOT_MET || this == MISSING || this == INVALID;
  }

  /** The word used in JSON, CSV and {@code --result}: {@code not_met}. */
  public String code() {
    return code;
  }

  /** Why a finding has its result (contract, section 4, "Reasons"). */
  public enum Reason {
    MET,
    EXCEEDED,
    WAIVED,
    BEFORE_DUE,
    JUDGEMENT,
    ON_DEADLINE_DAY,
    FIGURE_MISSING,
    BASELINE_MISSING,
    CONDITION_UNKNOWN,
    UNDETERMINED,
    NO_DENOMINATOR,
    CONDITION_NOT_MET,
    BASELINE_ZERO,
    FIGURE_INVALID,
    TOTAL_MISMATCH,
    BELOW_THRESHOLD,
    /** Above a range that is a ceiling as well; no plan's chosen reading has one yet. */
    ABOVE_THRESHOLD,
    CONDITION_FAILED,
    MONTHS_MISSED,
    LATE,
    NOT_SUBMITTED,
    NOT_DONE;

    /** The word used in JSON and CSV: {@code figure_missing}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The result that this reason stands for, before closing, waivers and {@code on_miss}. */
    public Result result() {
      return switch (this) {
        case MET, EXCEEDED -> Result.MET;
        case WAIVED -> Result.WAIVED;
        case BEFORE_DUE -> Result.IN_PROGRESS;
        case JUDGEMENT, ON_DEADLINE_DAY -> Result.NEEDS_REVIEW;
        case FIGURE_MISSING, BASELINE_MISSING, CONDITION_UNKNOWN, UNDETERMINED -> Result.MISSING;
        case NO_DENOMINATOR, CONDITION_NOT_MET, BASELINE_ZERO -> Result.NOT_APPLICABLE;
        case FIGURE_INVALID, TOTAL_MISMATCH -> Result.INVALID;
        case BELOW_THRESHOLD,
            ABOVE_THRESHOLD,
            CONDITION_FAILED,
            MONTHS_MISSED,
            LATE,
            NOT_SUBMITTED,
            NOT_DONE ->
            Result.NOT_MET;
      };
    }
  }
}
