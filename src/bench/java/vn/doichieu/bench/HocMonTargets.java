package vn.doichieu.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The targets of the plan of Hóc Môn, in the order of its register. */
final class HocMonTargets {

  private static final int C1 = HocMonLoop.c1();
  private static final int C2 = HocMonLoop.c2();

  private static final String[] ASSIGNED = {
    "commune",
    "culture",
    "media_centre",
    "justice",
    "education",
    "health_centre",
    "finance_planning",
    "policy_bank"
  };

  private static final String[] ASKED = {
    "police",
    "procuracy",
    "court",
    "fatherland_front",
    "womens_union",
    "youth_union",
    "labour_federation",
    "veterans",
    "farmers"
  };

  private HocMonTargets() {}

  static void add(HocMonLoop loop) {
    main(loop);
    deadlines(loop);
    duties(loop);
  }

  private static void main(HocMonLoop loop) {
    loop.posts("HM-N1", "web_posts");
    loop.ratio("HM-N2", "workers_informed", "workers_total", "", 50, false, 0);
    loop.ratio("HM-N3", "highschool_students_informed", "highschool_students_total", "", 70, false, C1);
    loop.ratio("HM-N4", "tips_handled", "tips_received", "tips_pending", 100, true, C2);
    loop.change("HM-N5", "crimes_handled");
    loop.ratio("HM-N6", "establishments_inspected", "establishments_total", "", 20, false, 0);
    loop.ratio("HM-N7", "support_provided", "support_requested", "", 100, true, C2);
    loop.share("HM-N8", 100, C2, "communication_forms", "communication_regular");
    loop.share("HM-N9", 100, 0, "plan_issued");
    loop.share("HM-N10", 100, 0, "activities_held");
    loop.share("HM-N11", 50, C2, "programme_integrated");
    loop.share("HM-N12", 50, C2, "pilot_model");
    loop.own("HM-N13", "officials_trained", "officials_total", 50);
  }

  private static void deadlines(HocMonLoop loop) {
    List<String> months = new ArrayList<>();
    List<LocalDate> tenths = new ArrayList<>();
    for (int month = 3; month <= 12; month++) {
      LocalDate first = LocalDate.of(2024, month, 1);
      months.add(first.toString().substring(0, 7));
      tenths.add(first.plusMonths(1).withDayOfMonth(10));
    }
    loop.reports("HM-D1", true, C1, months, tenths, ASSIGNED);
    loop.reports("HM-D1b", false, C1, months, tenths, ASKED);
    List<LocalDate> may = List.of(LocalDate.of(2024, 5, 10));
    loop.reports("HM-D2", true, 0, List.of("2024-H1"), may, ASSIGNED);
    loop.reports("HM-D2b", false, 0, List.of("2024-H1"), may, ASKED);
    List<LocalDate> august = List.of(LocalDate.of(2024, 8, 10));
    loop.reports("HM-D3", true, C2, List.of("2024-9M"), august, ASSIGNED);
    loop.reports("HM-D3b", false, 0, List.of("2024-9M"), august, ASKED);
    List<LocalDate> november = List.of(LocalDate.of(2024, 11, 10));
    loop.reports("HM-D4", true, 0, List.of("2024"), november, ASSIGNED);
    loop.reports("HM-D4b", false, 0, List.of("2024"), november, ASKED);
  }

  private static void duties(HocMonLoop loop) {
    loop.duty("HM-D6", false, "hm_d6", "", 0, "labour", "culture", "media_centre", "justice", "education", "health_centre", "finance_planning", "policy_bank");
    loop.duty("HM-Y2", true, "hm_y2", "", 0, "area");
    loop.duty("HM-Y3", true, "hm_y3", "", 0, "area");
    loop.duty("HM-Y4", true, "hm_y4", "", 0, "labour");
    loop.judgement("HM-Y5", true);
    loop.duty("HM-Y6", true, "hm_y6", "", 0, "labour");
    loop.duty("HM-Y7", false, "hm_y7", "", 0, "police");
    loop.duty("HM-Y8", false, "hm_y8", "", 0, "police");
    loop.duty("HM-Y9", false, "hm_y9", "", 0, "police");
    loop.duty("HM-Y10", true, "hm_y10", "", 0, "culture");
    loop.duty("HM-Y11", true, "hm_y11", "", 0, "media_centre");
    loop.duty("HM-Y12", true, "hm_y12", "", 0, "justice");
    loop.duty("HM-Y13", true, "hm_y13", "", 0, "education");
    loop.duty("HM-Y14", true, "hm_y14", "", 0, "health_centre");
    loop.duty("HM-Y15", true, "hm_y15", "licence_applications", 0, "finance_planning");
    loop.duty("HM-Y16", true, "hm_y16", "", 0, "finance_planning");
    loop.duty("HM-Y17", true, "hm_y17", "", 0, "policy_bank");
    loop.duty("HM-Y18", false, "hm_y18", "", 0, "procuracy", "court");
    loop.duty("HM-Y19", false, "hm_y19", "", 0, "fatherland_front");
    loop.duty("HM-Y21", true, "hm_y21", "", 0, "commune");
    loop.duty("HM-Y22", true, "hm_y22", "borders_other_district", 0, "commune");
    loop.duty("HM-Y23", true, "hm_y23", "", 0, "commune");
    loop.duty("HM-Y24", true, "hm_y24", "", 0, "commune");
    loop.duty("HM-Y25", false, "hm_y25", "", 0, "womens_union");
    loop.judgement("HM-Y26", false);
    loop.duty("HM-Y27", false, "hm_y27", "", 0, "youth_union");
    loop.duty("HM-Y28", false, "hm_y28", "", 0, "labour_federation");
    loop.duty("HM-Y29", false, "hm_y29", "", 0, "veterans");
    loop.duty("HM-Y30", false, "hm_y30", "", 0, "farmers");
    loop.duty("HM-Y31", true, "hm_y31", "", 0, "commune");
    loop.duty("HM-Y32", true, "hm_y32", "", 0, "commune");
    loop.duty("HM-Y33", true, "hm_y33", "", 0, "media_centre");
    loop.duty("HM-Y34", true, "hm_y34", "", 0, "education");
    loop.duty("HM-Y35", true, "hm_y35", "", C2, "area");
    loop.duty("HM-B1", true, "hm_b1", "", C2, "commune");
  }
}
