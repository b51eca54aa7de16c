package vn.doichieu.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.doichieu.document.Block.Paragraph;
import vn.doichieu.document.Block.RateBar;
import vn.doichieu.document.Block.RateBars;
import vn.doichieu.document.Block.ResultBar;
import vn.doichieu.document.Block.ResultBars;
import vn.doichieu.document.Block.Share;
import vn.doichieu.document.Block.Style;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Cell.Value;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Document.Words;
import vn.doichieu.document.Letterhead;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Group;
import vn.doichieu.document.Table.Layout;
import vn.doichieu.document.Table.Row;
import vn.doichieu.document.Tone;
import vn.doichieu.domain.Result;

/** A made-up document with everything that documents have, hostile texts among them. */
public final class SampleDocument {

  /** Texts that programs have been tricked by; each comes out as the text that it is. */
  public static final List<String> HOSTILE =
      List.of(
          "=HYPERLINK(\"http://example.invalid\",\"bấm vào đây\")",
          "+1+cmd|'/C calc'!A0",
          "-2+3",
          "@SUM(A1:A9)",
          "<script>alert('Xã')</script>",
          "</td></table><img src=x onerror=alert(1)>",
          "&lt;b&gt; &amp; ]]> --> \\u0041",
          "{{7*7}} ${7*7} #{7*7}",
          "Xã \u202Eđảo ngược\u202C \u0007 chuông",
          "Đ".repeat(500));

  private static final List<Tone> RESULTS =
      Stream.of(Result.values()).map(Tone::of).sorted().toList();

  private SampleDocument() {}

  /** A short document, of about four pages. */
  public static Document small() {
    return document(4, 5, true);
  }

  /** A document as long as that of a large province; its annex has a row a unit and target. */
  public static Document large(int units, int targets) {
    return document(units, targets, false);
  }

  private static Document document(int units, int targets, boolean hostile) {
    List<String> names =
        new ArrayList<>(IntStream.rangeClosed(1, units).mapToObj(i -> "Xã Tân Thới " + i).toList());
    if (hostile) {
      names.addAll(HOSTILE);
    }
    return new Document(
        "vi",
        "Danh sách nội dung chưa đạt, chưa báo cáo năm 2024",
        new Words(
            "Đơn vị",
            "Kết quả",
            "Tất cả",
            "Đang hiện {0} trên {1} dòng",
            "Mục lục",
            "Ngưỡng",
            "Mục"),
        letterhead(),
        List.of(
            new Section(
                "ket-luan",
                "I. Kết luận",
                "Tóm tắt",
                false,
                List.of(
                    new Paragraph(Style.LEAD, "Huyện đạt 3 trên 5 chỉ tiêu của địa bàn."),
                    Paragraph.of("Số liệu minh họa: được đặt ra để thử cách trình bày."),
                    Paragraph.of("Cần chú ý trước: Xã Tân Thới 1"),
                    Paragraph.of("Sau đó: Xã Tân Thới 2"),
                    Paragraph.note("Kết quả tính đến ngày 31/12/2024."),
                    sums())),
            new Section(
                "bang-nhiet",
                "II. Bảng kết quả theo đơn vị và chỉ tiêu",
                "Theo chỉ tiêu",
                true,
                List.of(grid(names, targets), resultBars(names), rateBars(names))),
            new Section(
                "theo-don-vi",
                "III. Nội dung chưa đạt, chưa báo cáo theo đơn vị",
                "Theo đơn vị",
                false,
                List.of(lines("don-vi", names, Math.min(targets, 3)))),
            new Section(
                "dong-gop",
                "IV. Đơn vị làm chậm chỉ tiêu của địa bàn",
                "Theo đơn vị",
                false,
                List.of(lines("dong-gop", names.subList(0, 2), 1)))),
        List.of(
            new Section(
                "phu-luc",
                "Phụ lục: Toàn bộ kết quả",
                "Phụ lục",
                true,
                List.of(annex(names, targets)))));
  }

  private static Letterhead letterhead() {
    return new Letterhead(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
        "ỦY BAN NHÂN DÂN HUYỆN HÓC MÔN",
        "Số: ……/BC-UBND",
        "",
        "Hóc Môn, ngày …… tháng …… năm 2025",
        "DANH SÁCH",
        List.of(
            "Nội dung chưa đạt, chưa báo cáo",
            "theo Kế hoạch phòng, chống mại dâm năm 2024 trên địa bàn huyện Hóc Môn"),
        List.of(),
        "Nơi nhận:",
        List.of("- Thường trực Ủy ban nhân dân huyện;", "- Các xã, thị trấn;", "- Lưu: VT."),
        List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        "");
  }

  private static Table sums() {
    return Table.of(
        "tong-hop",
        "Tổng hợp kết quả",
        List.of(
            new Column("Kết quả", Kind.RESULT, 3),
            new Column("Số kết quả", Kind.NUMBER, 1),
            new Column("Ngày", Kind.NUMBER, 1)),
        List.of(
            Row.of(
                Cell.of("Đạt", Tone.MET),
                Cell.of("1.234", new Value.Whole(1234)),
                Cell.of("09/11/2024", new Value.Day(LocalDate.of(2024, 11, 9)))),
            Row.of(
                Cell.of("Không đạt", Tone.NOT_MET), Cell.of("0", new Value.Whole(0)), Cell.EMPTY)));
  }

  private static Tone tone(int unit, int target) {
    return RESULTS.get((unit * 7 + target * 3) % RESULTS.size());
  }

  private static String word(Tone tone) {
    return switch (tone) {
      case MET -> "Đạt";
      case NOT_MET -> "Không đạt";
      case MISSING -> "Chưa báo cáo";
      case INVALID -> "Số liệu cần xác minh";
      case IN_PROGRESS -> "Đang thực hiện";
      case NOT_APPLICABLE -> "Không phát sinh";
      case WAIVED -> "Được miễn / gia hạn";
      case NEEDS_REVIEW -> "Cần người đánh giá";
      case BELOW -> "Dưới mức chung";
      case NONE -> "";
    };
  }

  private static Table grid(List<String> names, int targets) {
    List<Column> columns = new ArrayList<>(List.of(new Column("Đơn vị", Kind.TEXT, 3)));
    IntStream.rangeClosed(1, targets)
        .forEach(t -> columns.add(new Column("HM-N" + t, Kind.RESULT, 1)));
    List<Row> rows = new ArrayList<>();
    for (int u = 0; u < names.size(); u++) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(names.get(u))));
      for (int t = 1; t <= targets; t++) {
        cells.add(Cell.of(word(tone(u, t)), tone(u, t)));
      }
      rows.add(new Row("U" + u, names.get(u), Tone.NONE, cells));
    }
    return new Table("bang", "", Layout.GRID, columns, "", List.of(new Group("", "", rows)));
  }

  private static ResultBars resultBars(List<String> names) {
    List<ResultBar> bars = new ArrayList<>();
    for (int u = 0; u < names.size(); u++) {
      bars.add(
          new ResultBar(
              "U" + u,
              names.get(u),
              List.of(
                  new Share(Tone.MET, "Đạt", 12 + u % 3),
                  new Share(Tone.NOT_MET, "Không đạt", u % 4),
                  new Share(Tone.MISSING, "Chưa báo cáo", 2))));
    }
    return new ResultBars("ket-qua-don-vi", "Kết quả theo đơn vị", bars);
  }

  private static RateBars rateBars(List<String> names) {
    return new RateBars(
        "ty-le-HM-N6",
        "HM-N6: Thanh tra, kiểm tra cơ sở",
        List.of(
            new RateBar(
                "U0", names.get(0), "78/398 (19,6%)", 78 / 398.0, 0.2, "ít nhất 20%", Tone.NOT_MET),
            new RateBar("U1", names.get(1), "3/4 (75%)", 0.75, 0.2, "ít nhất 20%", Tone.MET)));
  }

  private static final List<Column> LINE_COLUMNS =
      List.of(
          new Column("Chỉ tiêu", Kind.TEXT, 5),
          new Column("Nguyên văn", Kind.QUOTE, 5, 0),
          new Column("Mục của kế hoạch", Kind.TEXT, 2, 0),
          new Column("Yêu cầu", Kind.TEXT, 2),
          new Column("Đánh giá", Kind.RESULT, 2),
          new Column("Kết quả", Kind.NUMBER, 2, 4),
          new Column("Tỷ lệ", Kind.NUMBER, 1, 4),
          new Column("Còn thiếu", Kind.TEXT, 2),
          new Column("Hạn", Kind.NUMBER, 2, 7),
          new Column("Việc cần làm", Kind.TEXT, 4));

  private static Table lines(String id, List<String> names, int targets) {
    List<Group> groups = new ArrayList<>();
    for (int u = 0; u < names.size(); u++) {
      List<Row> rows = new ArrayList<>();
      for (int t = 1; t <= targets; t++) {
        Tone tone = t % 2 == 0 ? Tone.MISSING : Tone.NOT_MET;
        rows.add(
            new Row(
                "U" + u,
                names.get(u),
                tone,
                List.of(
                    Cell.of("HM-N" + t + "\nThanh tra, kiểm tra cơ sở kinh doanh dịch vụ"),
                    Cell.of("“Thanh tra, kiểm tra ít nhất 20% cơ sở kinh doanh dịch vụ”"),
                    Cell.of("II.1 gạch 4"),
                    Cell.of("ít nhất 20%"),
                    Cell.of(word(tone), tone),
                    Cell.of("78/398"),
                    Cell.of("19,6%", new Value.Fraction(78, 398)),
                    Cell.of("2 cơ sở"),
                    Cell.of("31/12/2024", new Value.Day(LocalDate.of(2024, 12, 31))),
                    Cell.of("Thanh tra thêm ít nhất 2 cơ sở chưa được thanh tra trong năm."))));
      }
      groups.add(new Group(id + "-U" + u, names.get(u), rows));
    }
    return new Table(id, "", Layout.ROWS, LINE_COLUMNS, "Đơn vị", groups);
  }

  private static Table annex(List<String> names, int targets) {
    List<Row> rows = new ArrayList<>();
    for (int t = 1; t <= targets; t++) {
      for (int u = 0; u < names.size(); u++) {
        Tone tone = tone(u, t);
        int number = rows.size() + 1;
        rows.add(
            new Row(
                "U" + u,
                names.get(u),
                tone,
                List.of(
                    Cell.of(Integer.toString(number), new Value.Whole(number)),
                    Cell.of(names.get(u)),
                    Cell.of("HM-N" + t + " Thanh tra, kiểm tra cơ sở kinh doanh dịch vụ"),
                    Cell.of("ít nhất 20%"),
                    Cell.of("78/398"),
                    Cell.of("19,598%", new Value.Fraction(78, 398)),
                    Cell.of(word(tone), tone),
                    Cell.of("2", new Value.Whole(2)),
                    Cell.of(u % 5 == 0 ? "Tính từ số liệu của các đơn vị" : ""))));
      }
    }
    return Table.of(
        "toan-bo",
        "",
        List.of(
            new Column("TT", Kind.NUMBER, 1),
            new Column("Đơn vị", Kind.TEXT, 3),
            new Column("Chỉ tiêu", Kind.TEXT, 5),
            new Column("Yêu cầu", Kind.TEXT, 2),
            new Column("Kết quả", Kind.NUMBER, 2),
            new Column("Tỷ lệ", Kind.NUMBER, 2),
            new Column("Đánh giá", Kind.RESULT, 3),
            new Column("Mức còn thiếu", Kind.NUMBER, 2),
            new Column("Ghi chú", Kind.TEXT, 4)),
        rows);
  }
}
