package vn.doichieu.oracle;

import java.math.BigInteger;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Dresses a figure as people type it: spellings, slips, gaps and rows given twice. */
final class RandomNoise {
  private static final List<String> BAD_COUNTS =
      List.of("abc", "12,5", "1e3", "-3", "9223372036854775808", "3.5", "n/a", "gần 30", "có");
  private static final List<String> BAD_YES_NO = List.of("maybe", "2", "abc", "12,5", "n/a", "-1");
  private static final List<String> YES = List.of("yes", "có", "co", "x", "1", "true");
  private static final List<String> NO = List.of("no", "không", "khong", "0", "false");

  private final Random random;
  private final int planYear;
  private final double gone;
  private final double bad;
  private final double twice;

  RandomNoise(Random random, int planYear) {
    this.random = random;
    this.planYear = planYear;
    this.gone = pick(List.of(0.0, 0.0, 0.02, 0.1, 0.4));
    this.bad = pick(List.of(0.0, 0.0, 0.02, 0.06, 0.2));
    this.twice = pick(List.of(0.0, 0.02, 0.1));
  }

  /** The texts to give for one figure; plain is yes, no, digits or an ISO date. */
  List<String> texts(String type, String plain) {
    List<String> texts = new ArrayList<>();
    if (random.nextDouble() < gone) {
      if (random.nextInt(4) == 0) {
        texts.add(pick(List.of("", " ", "\u00a0")));
      }
      return texts;
    }
    texts.add(random.nextDouble() < bad ? bad(type) : dress(type, plain));
    if (random.nextDouble() < twice) {
      texts.add(
          switch (random.nextInt(6)) {
            case 0 -> bad(type);
            case 1 -> other(type, plain);
            case 2 -> "";
            default -> dress(type, plain);
          });
    }
    return texts;
  }

  private String bad(String type) {
    return switch (type) {
      case "count" -> pick(BAD_COUNTS);
      case "yes_no" -> pick(BAD_YES_NO);
      default ->
          pick(
              List.of(
                  "abc",
                  planYear + "-13-01",
                  planYear + "-02-30",
                  "31/04/" + planYear,
                  (planYear - 2) + "-05-08",
                  "8/5/" + (planYear + 3),
                  "tháng 5"));
    };
  }

  private String other(String type, String plain) {
    return switch (type) {
      case "count" -> new BigInteger(plain).signum() == 0 ? "1" : "0";
      case "yes_no" -> plain.equals("yes") ? "no" : "yes";
      default -> LocalDate.parse(plain).minusDays(1).toString();
    };
  }

  private String dress(String type, String plain) {
    String text =
        switch (type) {
          case "count" -> count(plain);
          case "yes_no" -> yesNo(plain);
          default -> date(random, LocalDate.parse(plain));
        };
    return random.nextInt(20) == 0 ? pick(List.of(" ", "\u00a0")) + text + " " : text;
  }

  private String count(String plain) {
    if (plain.equals("0") && random.nextInt(4) == 0) {
      return caseAndForm("không phát sinh");
    }
    // Few digits only: a long number that starts with 0 looks like a telephone number.
    return plain.length() <= 3 && random.nextInt(15) == 0 ? "0" + plain : plain;
  }

  private String yesNo(String plain) {
    return caseAndForm(pick(plain.equals("yes") ? YES : NO));
  }

  private String caseAndForm(String text) {
    return switch (random.nextInt(6)) {
      case 0 -> text.toUpperCase(Locale.ROOT);
      case 1 -> Normalizer.normalize(text, Normalizer.Form.NFD);
      case 2 -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
      default -> text;
    };
  }

  /** The same day as 2024-11-09, 09/11/2024 or 9/11/2024. */
  static String date(Random random, LocalDate date) {
    return switch (random.nextInt(3)) {
      case 0 ->
          String.format(
              Locale.ROOT,
              "%02d/%02d/%d",
              date.getDayOfMonth(),
              date.getMonthValue(),
              date.getYear());
      case 1 -> date.getDayOfMonth() + "/" + date.getMonthValue() + "/" + date.getYear();
      default -> date.toString();
    };
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
