package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --per-unit}: a letter to each unit that something on the list is about. */
class ReportLettersTest {

  private static final String HTML = "--format=html";
  private static final String LETTERS = "--per-unit";

  @TempDir private Path folder;
  private SmallList list;

  @BeforeEach
  void aList() {
    list = new SmallList(folder);
  }

  private Path letters() {
    return list.output.resolve("don-vi");
  }

  @Test
  void goToTheUnitsWithSomethingOnTheListInEveryFormat() {
    assertThat(list.run(LETTERS)).isEqualTo(new Run(0, "", ""));

    assertThat(SmallList.names(letters()))
        .containsExactly(
            "x1.docx", "x1.html", "x1.pdf", "x1.xlsx", "x2.docx", "x2.html", "x2.pdf", "x2.xlsx");
    assertThat(list.text("don-vi/x1.html"))
        .contains("Xã 1", "Chỉ tiêu T2")
        .doesNotContain("Xã 2", "Chỉ tiêu T3");
  }

  @Test
  void areNoneWhereNothingIsOnTheList() {
    list.check.with();

    assertThat(list.run(HTML, LETTERS)).isEqualTo(new Run(0, "", ""));
    assertThat(SmallList.names(letters())).isEmpty();
  }

  @Test
  void replaceThoseOfTheSameUnits() {
    list.runOn("2025-01-05", HTML, LETTERS);
    String before = list.text("don-vi/x1.html");

    list.run(HTML, LETTERS);

    assertThat(list.text("don-vi/x1.html")).isNotEqualTo(before);
    assertThat(list.names())
        .containsExactly("danh-sach.html", "don-vi", "ket-qua-2025-01-05.json", "ket-qua.json");
  }

  @Test
  void ofUnitsThatAreNoLongerOnTheListAreKeptApart() {
    list.runOn("2025-01-05", HTML, LETTERS);
    String before = list.text("don-vi/x1.html");
    list.check.with(SmallList.LATE);

    Run run = list.run(HTML, LETTERS);

    assertThat(run).returns(0, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("được giữ ở", "don-vi-2025-01-05.\n");
    assertThat(SmallList.names(letters())).containsExactly("x2.html");
    assertThat(list.text("don-vi-2025-01-05/x1.html")).isEqualTo(before);
    assertThat(SmallList.names(list.output.resolve("don-vi-2025-01-05")))
        .containsExactly("x1.html", "x2.html");
  }

  @Test
  void neverStandBesideAListThatTheyDoNotBelongTo() throws IOException {
    list.runOn("2025-01-05", HTML, LETTERS);
    Files.writeString(letters().resolve("ghi chú.txt"), "của tôi");

    list.run(HTML);

    assertThat(letters()).doesNotExist();
    assertThat(list.text("don-vi-2025-01-05/ghi chú.txt")).isEqualTo("của tôi");
  }

  @Test
  void haveNamesThatStayInTheirFolder() {
    String[] codes = {
      "../x", "CON", "con", "Xã", "xã", "a/b", "a\\b", "C:x", "-rf", "x".repeat(300)
    };
    StringBuilder units = new StringBuilder("h,Huyện,district,,");
    StringBuilder figures = new StringBuilder("h,done,2024,1");
    for (int i = 0; i < codes.length; i++) {
      units.append("\n").append(codes[i]).append(",Xã thứ ").append(i).append(",commune,,h");
      figures.append("\n").append(codes[i]).append(",issued,2024,không");
    }
    list.check.data.units(units.toString()).figures(figures.toString());

    Run run = list.run(HTML, LETTERS);

    assertThat(run).as(run.err()).returns(0, Run::exit);
    assertThat(SmallList.names(letters()))
        .containsExactlyInAnyOrder(
            "-rf.html",
            "___x.html",
            "CON_.html",
            "con__2.html",
            "X_.html",
            "x__2.html",
            "a_b.html",
            "a_b_2.html",
            "C_x.html",
            "x".repeat(60) + ".html",
            "h.html");
    assertThat(SmallList.names(folder)).containsExactly("báo cáo", "data", "rules");
  }
}
