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
    MET(Result.MET),
    EXCEEDED(Result.MET),
    WAIVED(Result.WAIVED),
    BEFORE_DUE(IN_PROGRESS),
    JUDGEMENT(NEEDS_REVIEW),
    ON_DEADLINE_DAY(NEEDS_REVIEW),
    FIGURE_MISSING(MISSING),
    BASELINE_MISSING(MISSING),
    CONDITION_UNKNOWN(MISSING),
    UNDETERMINED(MISSING),
    NO_DENOMINATOR(NOT_APPLICABLE),
    CONDITION_NOT_MET(NOT_APPLICABLE),
    BASELINE_ZERO(NOT_APPLICABLE),
    FIGURE_INVALID(INVALID),
    TOTAL_MISMATCH(INVALID),
    BELOW_THRESHOLD(NOT_MET),
    /** Above a range that is a ceiling as well; no plan's chosen reading has one yet. */
    ABOVE_THRESHOLD(NOT_MET),
    CONDITION_FAILED(NOT_MET),
    MONTHS_MISSED(NOT_MET),
    LATE(NOT_MET),
    NOT_SUBMITTED(NOT_MET),
    NOT_DONE(NOT_MET);

    private final Result result;

    Reason(Result result) {
      this.result = result;
    }

    /** The word used in JSON and CSV: {@code figure_missing}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The result that this reason stands for, before closing, waivers and {@code on_miss}. */
    public Result result() {
      return result;
    }
  }
}
