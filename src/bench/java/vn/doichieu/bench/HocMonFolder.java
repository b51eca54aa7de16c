package vn.doichieu.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A data folder for the plan of Hóc Môn with as many communes as wished. The same number of communes
 * gives the same bytes. Most targets are met; some figures are absent, impossible or no figures at
 * all, and some units have waivers.
 */
final class HocMonFolder {

  /** The roles that the plan names. */
  static final List<String> ROLES =
      List.of(
          "labour",
          "culture",
          "media_centre",
          "justice",
          "education",
          "health_centre",
          "finance_planning",
          "policy_bank",
          "police",
          "procuracy",
          "court",
          "fatherland_front",
          "womens_union",
          "youth_union",
          "labour_federation",
          "veterans",
          "farmers");

  private static final List<String> DUTIES_OF_AGENCIES =
      List.of(
          "hm_d6", "hm_y4", "hm_y6", "hm_y7", "hm_y8", "hm_y9", "hm_y10", "hm_y11", "hm_y12",
          "hm_y13", "hm_y14", "hm_y15", "hm_y16", "hm_y17", "hm_y18", "hm_y19", "hm_y25", "hm_y27",
          "hm_y28", "hm_y29", "hm_y30", "hm_y33", "hm_y34", "licence_applications");

  private static final List<String> ANSWERS_OF_COMMUNES =
      List.of(
          "communication_regular",
          "plan_issued",
          "activities_held",
          "programme_integrated",
          "pilot_model",
          "hm_y21",
          "borders_other_district",
          "hm_y22",
          "hm_y23",
          "hm_y24",
          "hm_y31",
          "hm_y32",
          "hm_b1");

  private static final String YEAR = "2024";
  private static final String AREA = "HOC_MON";

  private final SplittableRandom random;
  private final Appendable figures;
  private final Quality quality;

  /** How good the figures are. */
  enum Quality {
    /** Every figure is given and valid, so that the area's lines are decided. */
    SOUND(0, 0, 0),
    /** As they come in by hand. */
    SPOILT(1500, 300, 200),
    /** As a system gives them that checks what is typed: some still absent, few of no use. */
    EXPORTED(1500, 3, 2);

    /** Of 100,000 figures. */
    private final int absent;

    private final int unreadable;

    /** Of 100,000 ratios. */
    private final int impossible;

    Quality(int absent, int unreadable, int impossible) {
      this.absent = absent;
      this.unreadable = unreadable;
      this.impossible = impossible;
    }
  }

  private HocMonFolder(Appendable figures, int communes, Quality quality) {
    random = new SplittableRandom(communes);
    this.figures = figures;
    this.quality = quality;
  }

  /** Writes the folder, row by row. */
  static void write(Path folder, int communes, Quality quality) {
    try {
      Files.createDirectories(folder);
      units(folder, communes);
      waivers(folder, communes);
      try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("figures.csv"))) {
        out.write("unit,item,period,value\n");
        new HocMonFolder(out, communes, quality).all(communes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String commune(int index) {
    return String.format("C%07d", index);
  }

  private static String agency(String role) {
    return "A_" + role.toUpperCase(Locale.ROOT);
  }

  private static void units(Path folder, int communes) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("units.csv"))) {
      out.write("code,name,kind,role,parent\n" + AREA + ",Huyện Hóc Môn,district,,\n");
      for (int i = 0; i < communes; i++) {
        out.write(commune(i) + ",Xã " + i + ",commune,," + AREA + "\n");
      }
      for (String role : ROLES) {
        out.write(agency(role) + ",Cơ quan " + role + ",agency," + role + "," + AREA + "\n");
      }
    }
  }

  private static void waivers(Path folder, int communes) throws IOException {
    List<String> waived =
        List.of(
            "HM-D2,,2024-08-01",
            "HM-D1,2024-06,2024-07-20",
            "HM-N4,,2025-12-31",
            "HM-N9,,2025-12-31",
            "HM-Y21,,2024-06-30");
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("waivers.csv"))) {
      out.write("unit,target,period,until,reason,approved_by,decision\n");
      for (int i = 7; i < communes; i += 97) {
        String row = waived.get(i / 97 % waived.size());
        out.write(commune(i) + "," + row + ",thiên tai,Chủ tịch UBND huyện," + i + "/QĐ\n");
      }
    }
  }

  private void all(int communes) throws IOException {
    area();
    for (String role : ROLES) {
      reports(agency(role));
      for (String duty : DUTIES_OF_AGENCIES) {
        answer(agency(role), duty, 85);
      }
    }
    for (int i = 0; i < communes; i++) {
      commune(commune(i));
    }
  }

  private void area() throws IOException {
    for (int month = 3; month <= 12; month++) {
      put(AREA, "web_posts", "2024-" + (month < 10 ? "0" : "") + month, 1 + random.nextInt(4));
    }
    put(AREA, "crimes_handled", "2023", 200);
    put(AREA, "crimes_handled", YEAR, 207);
    ratio(AREA, "officials_trained", "officials_total", 300);
    answer(AREA, "hm_y2", 90);
    answer(AREA, "hm_y3", 90);
    answer(AREA, "hm_y35", 90);
  }

  private void commune(String code) throws IOException {
    ratio(code, "workers_informed", "workers_total", 400);
    ratio(code, "highschool_students_informed", "highschool_students_total", 900);
    int received = random.nextInt(6);
    int pending = received == 0 ? 0 : random.nextInt(2);
    put(code, "tips_received", YEAR, received);
    if (pending > 0) {
      put(code, "tips_pending", YEAR, pending);
    }
    int due = received - pending;
    put(code, "tips_handled", YEAR, due > 0 && chance(10) ? due - 1 : due);
    ratio(code, "establishments_inspected", "establishments_total", 40);
    int requested = random.nextInt(4);
    put(code, "support_requested", YEAR, requested);
    put(code, "support_provided", YEAR, requested > 0 && chance(8) ? requested - 1 : requested);
    put(code, "communication_forms", YEAR, chance(3) ? 0 : 1 + random.nextInt(5));
    for (String item : ANSWERS_OF_COMMUNES) {
      answer(code, item, 88);
    }
    reports(code);
  }

  private void ratio(String unit, String part, String whole, int most) throws IOException {
    int d = chance(2) ? 0 : 1 + random.nextInt(most);
    int n = d == 0 ? 0 : (int) ((long) d * (40 + random.nextInt(61)) / 100);
    put(unit, whole, YEAR, d);
    put(unit, part, YEAR, random.nextInt(100_000) < quality.impossible ? d + 1 : n);
  }

  private void answer(String unit, String item, int yes) throws IOException {
    cell(unit, item, YEAR, chance(yes) ? "có" : "không");
  }

  private void reports(String unit) throws IOException {
    for (int month = 3; month <= 12; month++) {
      int year = month == 12 ? 2025 : 2024;
      submitted(unit, "2024-" + (month < 10 ? "0" : "") + month, year, month % 12 + 1);
    }
    submitted(unit, "2024-H1", 2024, 5);
    submitted(unit, "2024-9M", 2024, 8);
    submitted(unit, YEAR, 2024, 11);
  }

  private void submitted(String unit, String period, int year, int month) throws IOException {
    int day = chance(6) ? 10 + random.nextInt(4) : 1 + random.nextInt(9);
    String date = year + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
    cell(unit, "report_submitted_on", period, date);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void put(String unit, String item, String period, int value) throws IOException {
    cell(unit, item, period, Integer.toString(value));
  }

  private void cell(String unit, String item, String period, String value) throws IOException {
    int luck = random.nextInt(100_000);
    if (luck < quality.absent) {
      return;
    }
    figures.append(unit).append(',').append(item).append(',').append(period).append(',');
    figures.append(luck < quality.absent + quality.unreadable ? "chưa rõ" : value).append('\n');
  }
}
