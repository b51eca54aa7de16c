package vn.doichieu.webpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.doichieu.document.Document;
import vn.doichieu.document.Table.Row;
import vn.doichieu.testing.SampleDocument;
import vn.doichieu.wording.PlainText;

class PageWriterTest {

  private static final Pattern TAG =
      Pattern.compile("</?[a-z][a-z0-9]*((?: [a-z-]+(?:=\"[^\"<>]*\")?)*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)(?:=\"([^\"]*)\")?");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "aria-hidden",
          "aria-labelledby",
          "aria-live",
          "autocomplete",
          "charset",
          "class",
          "colspan",
          "content",
          "data-r",
          "data-text",
          "data-u",
          "for",
          "height",
          "hidden",
          "href",
          "http-equiv",
          "id",
          "lang",
          "name",
          "role",
          "scope",
          "tabindex",
          "value",
          "width",
          "x");

  private final Document document = SampleDocument.small();
  private final String page = page(document);

  static String page(Document document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new PageWriter().write(document, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void hostileTextsComeOutAsText() {
    String markup = page.replaceAll("(?s)<(style|script)>.*?</\\1>|<!doctype html>", "");

    assertThat(markup.replaceAll(TAG.pattern(), "")).doesNotContain("<", ">");
    assertThat(attributes(markup).map(attribute -> attribute.group(1))).isSubsetOf(ATTRIBUTES);
    assertThat(SampleDocument.HOSTILE)
        .allSatisfy(text -> assertThat(markup).contains(escaped(PlainText.of(text))));
    assertThat(page.split("<script>", -1)).hasSize(2);
    assertThat(page.split("<style>", -1)).hasSize(2);
  }

  @Test
  void nothingIsAskedForOutsideOfThePage() {
    assertThat(attributes(page).filter(a -> a.group(1).equals("href")).map(a -> a.group(2)))
        .isNotEmpty()
        .allMatch(address -> address.startsWith("#"));
    assertThat(between("<style>", "</style>")).doesNotContain("url(", "@import", "http");
    assertThat(between("<script>", "</script>")).doesNotContain("http", "fetch", "import", "eval");
  }

  @Test
  void policyAllowsItsStyleSheetAndScriptAlone() throws Exception {
    assertThat(between("Content-Security-Policy\" content=\"", "\">"))
        .isEqualTo(
            "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                .formatted(
                    hash(between("<style>", "</style>")), hash(between("<script>", "</script>"))));
    assertThat(page).doesNotContain(" style=");
  }

  @Test
  void sameDocumentGivesTheSameBytes() {
    assertThat(page(SampleDocument.small())).isEqualTo(page);
  }

  @Test
  void pageIsInTheLanguageOfTheDocument() {
    assertThat(page).contains("<html lang=\"vi\">", "<title>" + document.title() + "</title>");
  }

  @Test
  void filterOffersEveryUnitAndResult() {
    List<String> units =
        document.sections().stream()
            .flatMap(section -> section.tables().stream())
            .flatMap(table -> table.rows().map(Row::unitName))
            .filter(name -> !name.isEmpty())
            .distinct()
            .map(name -> escaped(name))
            .toList();

    assertThat(options("unit_")).startsWith("Tất cả").hasSize(units.size() + 1).containsAll(units);
    assertThat(options("result_"))
        .containsExactly(
            "Tất cả",
            "Đạt",
            "Không đạt",
            "Chưa báo cáo",
            "Số liệu cần xác minh",
            "Đang thực hiện",
            "Không phát sinh",
            "Được miễn / gia hạn",
            "Cần người đánh giá");
  }

  @Test
  void everyLinkAndLabelLeadsToOneElement() {
    List<String> ids = values("id");

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(values("href").stream().map(href -> href.substring(1)).toList());
    assertThat(ids).containsAll(values("aria-labelledby"));
    assertThat(values("href"))
        .containsSubsequence("#ket-luan", "#bang-nhiet", "#theo-don-vi", "#don-vi-U0", "#phu-luc");
  }

  @Test
  void everyFigureOfAChartStandsBesideItInWords() {
    assertThat(page)
        .contains("Đạt 12</span>", "Chưa báo cáo 2</span>")
        .contains("78/398 (19,6%)</span> Ngưỡng: ít nhất 20%");
  }

  @Test
  void longGroupsAreCutIntoPartsWithoutLosingARow() {
    String large = page(SampleDocument.large(70, 3));

    assertThat(large.split("class=\"group part\"", -1)).hasSize(1 + 2);
    for (int row = 1; row <= 210; row++) {
      assertThat(large).contains("<td>" + row + "<th scope=\"row\">");
    }
  }

  private List<String> options(String id) {
    String select = between("<select id=\"" + id, "</select>");
    return Pattern.compile("<option[^>]*>([^<\n]*)")
        .matcher(select)
        .results()
        .map(option -> option.group(1))
        .toList();
  }

  private List<String> values(String name) {
    return attributes(page).filter(a -> a.group(1).equals(name)).map(a -> a.group(2)).toList();
  }

  private static Stream<MatchResult> attributes(String markup) {
    return TAG.matcher(markup)
        .results()
        .flatMap(tag -> ATTRIBUTE.matcher(tag.group(1)).results().toList().stream());
  }

  private String between(String start, String end) {
    int from = page.indexOf(start) + start.length();
    return page.substring(from, page.indexOf(end, from));
  }

  private static String hash(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "sha256-"
        + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
