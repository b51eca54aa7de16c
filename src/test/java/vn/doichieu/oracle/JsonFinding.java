package vn.doichieu.oracle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A finding as the JSON of a check says it. */
public record JsonFinding(
    String target,
    String title,
    String unit,
    String unitName,
    String period,
    String result,
    String reason,
    boolean binding,
    List<?> flags,
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable Long shortfall,
    String priority,
    String section,
    String quote,
    String message,
    boolean heard) {

  static JsonFinding of(Map<String, Object> json) {
    Map<?, ?> citation = (Map<?, ?>) json.get("citation");
    Object unit = json.get("unit");
    boolean heard =
        ((List<?>) json.get("figures"))
            .stream()
                .map(figure -> (Map<?, ?>) figure)
                .anyMatch(f -> f.get("unit").equals(unit) && !f.get("state").equals("absent"));
    return new JsonFinding(
        (String) json.get("target"),
        (String) json.get("title"),
        (String) unit,
        (String) json.get("unit_name"),
        (String) json.get("period"),
        (String) json.get("result"),
        (String) json.get("reason"),
        (Boolean) json.get("binding"),
        (List<?>) json.get("flags"),
        (Long) json.get("numerator"),
        (Long) json.get("denominator"),
        (Long) json.get("shortfall"),
        (String) json.get("priority"),
        (String) citation.get("section"),
        (String) citation.get("quote"),
        (String) json.get("message"),
        heard);
  }

  public boolean is(String flag) {
    return flags.contains(flag);
  }

  public boolean missed() {
    return List.of("not_met", "missing", "invalid").contains(result);
  }

  /** Which finding it is: there is one for each target, unit and period. */
  public String key() {
    return unit + " " + target + " " + period;
  }

  /** The words of which one stands for its result: the wording of Vietnamese offices. */
  public List<String> words() {
    if (is("asked") && List.of("not_met", "missing").contains(result)) {
      return switch (reason) {
        case "late" -> List.of("Sau thời hạn đề nghị");
        case "not_done" -> List.of("Chưa thực hiện");
        default -> List.of("Chưa có thông tin phối hợp");
      };
    }
    return switch (result) {
      case "met" -> List.of(is("exceeded") ? "Vượt" : "Đạt");
      case "in_progress" -> List.of("Đang thực hiện");
      case "missing" -> List.of("Chưa báo cáo", "Chưa kết luận được");
      case "not_applicable" ->
          List.of(reason.equals("no_denominator") ? "Không phát sinh" : "Không áp dụng");
      case "invalid" -> List.of("Số liệu cần xác minh");
      case "waived" -> List.of("Được miễn / gia hạn");
      case "needs_review" -> reviewWords();
      default -> missedWords();
    };
  }

  private List<String> reviewWords() {
    return reason.equals("late")
        ? List.of("Cần người đánh giá", "Chậm báo cáo")
        : List.of("Cần người đánh giá");
  }

  private List<String> missedWords() {
    if (is("contribution")) {
      return List.of("Dưới mức chung", "Chưa thực hiện", "Trên mức chung");
    }
    return switch (reason) {
      case "late" -> List.of("Chậm báo cáo", "Trễ hạn");
      case "not_submitted" -> List.of("Chưa gửi");
      default -> List.of("Không đạt");
    };
  }
}
