package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.revision.GitFolder;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.EditedPlan;
import vn.doichieu.testing.SmallPlan;

/** {@code doichieu rules diff} and {@code doichieu rules impact}, as a user runs them. */
class ImpactCommandTest {

  private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)([^>]*)>");

  @TempDir private Path folder;
  private SmallCheck check;
  private EditedPlan edited;

  @BeforeEach
  void aPlanAndACopyOfIt() {
    check = new SmallCheck(folder);
    edited = EditedPlan.of(check.rules, folder.resolve("edited"));
  }

  private Run impact(String... more) {
    return rules("impact", check.rules.toString(), Stream.of(more));
  }

  private Run rules(String verb, String against, Stream<String> more) {
    List<String> words =
        new ArrayList<>(List.of("rules", verb, edited.folder().toString(), "--against", against));
    if (verb.equals("impact")) {
      words.addAll(List.of("--data", check.data.path().toString(), Run.AS_OF));
    }
    more.forEach(words::add);
    return Run.of(words.toArray(String[]::new));
  }

  private Run diff(String against, String... more) {
    return rules("diff", against, Stream.of(more));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void whereNothingFlipsTheExitIsZero() {
    Run run = impact();

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Không kết quả nào đổi.", "KHÔNG CÓ GÌ KHÁC");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void notesAndTitlesAreSaidToDecideNothing() {
    edited.replace("targets.csv", "Chỉ tiêu T1", "Tên khác");

    assertThat(impact().exit()).isZero();
    assertThat(diff(check.rules.toString()).exit()).isZero();
    assertThat(diff(check.rules.toString()).out())
        .contains("KHÔNG CHỖ NÀO ẢNH HƯỞNG ĐẾN KẾT QUẢ", "(chỉ là lời)");
    assertThat(Json.read(diff(check.rules.toString(), "--format=json").out()))
        .containsEntry("decides", false);
  }

  @Test
  void whatFlipsMakesTheExitOne() {
    edited.replace("targets.csv", "\"20%\"", "\"40%\"");
    Run run = impact("--format=json");
    Map<String, Object> json = Json.read(run.out());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(json).containsEntry("flips", 2L); // The district, 7/20, and x1, 3/10.
    assertThat(Json.objects(Json.objects(json, "folders").get(0), "changes"))
        .extracting(change -> change.get("kind"), change -> change.get("unit"))
        .contains(tuple("lost", "h"), tuple("lost", "x1"));
  }

  @Test
  void severalFoldersAreToldOneByOne() {
    edited.replace("targets.csv", "\"20%\"", "\"40%\"");
    DataFolder second =
        new DataFolder(folder.resolve("second")).figures("x1,done,2024,9", "x1,total,2024,10");
    Run run = impact("--data", second.path().toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines().filter(line -> line.startsWith("SỐ LIỆU: "))).hasSize(2);
    assertThat(run.out().indexOf(check.data.path().toString()))
        .isLessThan(run.out().indexOf(second.path().toString()));
    assertThat(impact("--data", check.data.path() + "/.").err()).contains("được ghi hai lần");
  }

  @Test
  void aRevisionOfGitIsComparedWith() {
    new GitFolder(folder).commit("first");
    edited.replace("targets.csv", "\"20%\"", "\"40%\"");
    Run diff = diff("HEAD");

    assertThat(diff.err()).isEmpty();
    assertThat(oneLine(diff.out()))
        .contains("Bản trước: HEAD (git ")
        .contains("ngưỡng: từ 20% thành 40%")
        .contains("cả hai bản đều dùng quy tắc hiện tại");
    assertThat(rules("impact", "HEAD", Stream.empty()).exit()).isEqualTo(1);
    assertThat(check.data.path()).isDirectory();
  }

  @Test
  void aVersionThatCannotBeHadIsToldWithTheRemedy() {
    Path elsewhere = folder.resolve("nowhere");

    assertThat(diff(elsewhere.toString()).exit()).isEqualTo(2);
    assertThat(diff(elsewhere.toString()).err()).contains("git", "Hãy nêu thư mục của bản trước");
    assertThat(diff("-p").exit()).isEqualTo(2);
    assertThat(Run.of("rules", "diff", edited.folder().toString(), "--against=--all").err())
        .contains("“--all”")
        .doesNotContain("Exception");
    new GitFolder(folder).commit("first");
    assertThat(diff("nothing").err()).contains("“nothing”", "git log");
  }

  @Test
  void whichVersionDoesNotCompileIsSaid() {
    edited.replace("targets.csv", "\"20%\"", "\"2O%\"");

    assertThat(impact().exit()).isEqualTo(3);
    assertThat(impact().out()).isEmpty();
    assertThat(impact().err()).startsWith("Bản sửa (" + edited.folder() + ")").contains("“2O%”");
    Run swapped =
        Run.of("rules", "diff", check.rules.toString(), "--against", edited.folder().toString());
    assertThat(swapped.exit()).isEqualTo(3);
    assertThat(swapped.err()).startsWith("Bản trước (" + edited.folder() + ")");
    Run both =
        Run.of(
            "rules", "diff", edited.folder().toString(), "--against", edited.folder().toString());
    assertThat(both.err()).contains("Bản sửa (", "Bản trước (");
  }

  @Test
  void dataThatCannotBeReadStopsIt() {
    check.without("units.csv");

    assertThat(impact().exit()).isEqualTo(2);
    assertThat(impact().err()).contains("units.csv");
    assertThat(impact().out()).isEmpty();
  }

  @Test
  void noFileThatIsReadIsWrittenTo() {
    assertThat(impact("--output", check.data.path().resolve("figures.csv").toString()).exit())
        .isEqualTo(2);
    assertThat(impact("--output", edited.folder().resolve("targets.csv").toString()).exit())
        .isEqualTo(2);
  }

  @Test
  void everythingFromFilesIsTextOnThePageAndThePageIsWellFormed() throws Exception {
    String hostile = "<script>alert(1)</script>\"'&amp; ' onload='x";
    edited
        .replace("targets.csv", "\"20%\"", "\"40%\"")
        .replace("targets.csv", "Chỉ tiêu T1", "<img src=x onerror=alert(1)>")
        .replace("targets.csv", "Chỉ tiêu T2", "</style><script>alert(2)</script>");
    check.data.units(
        "h,Huyện,district,,",
        "x1,\"" + hostile.replace("\"", "\"\"") + "\",commune,,h",
        "x2,Xã 2,commune,,h");
    Path file = folder.resolve("page.html");
    Run run = impact("--format=html", "--output", file.toString());
    String page = Files.readString(file);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(page)
        .startsWith("<!doctype html>\n<html lang=\"vi\">")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp;")
        .contains("default-src 'none'")
        .doesNotContain("<script", "<img", "http://", "https://", "<link");
    assertThat(page.split("</style>", -1)).hasSize(2);
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(page.replaceAll("(?s)<style>.*</style>|<!doctype html>", ""));
    while (tag.find()) {
      if (tag.group(1).isEmpty() && !tag.group(2).equals("meta")) {
        open.push(tag.group(2));
      } else if (!tag.group(1).isEmpty()) {
        assertThat(open.pop()).isEqualTo(tag.group(2));
      }
    }
    assertThat(open).isEmpty();
  }

  /** 500 units, 40 targets and one edit: what changes is told, what does not is counted. */
  @Test
  void whatIsTheSameTakesNoLines() {
    SmallPlan plan = new SmallPlan(folder.resolve("large"));
    IntStream.range(0, 40).forEach(i -> plan.target("T" + i, i == 0 ? "ratio" : "duty"));
    Path before = plan.write();
    EditedPlan after = EditedPlan.of(before, folder.resolve("large2"));
    after.replace("targets.csv", "\"20%\"", "\"40%\"");
    List<String> units = new ArrayList<>(List.of("h,Huyện,district,,"));
    List<String> figures = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      units.add("x" + i + ",Xã " + i + ",commune,,h");
      figures.add("x" + i + ",done,2024," + (i % 10));
      figures.add("x" + i + ",total,2024,10");
    }
    DataFolder data = new DataFolder(folder.resolve("many"));
    data.units(units.toArray(String[]::new)).figures(figures.toArray(String[]::new));
    Run run =
        Run.of(
            "rules",
            "impact",
            after.folder().toString(),
            "--against",
            before.toString(),
            "--data",
            data.path().toString(),
            Run.AS_OF);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("20.001 kết quả = 19.801 như cũ + 200 đổi + 0 không còn");
    assertThat(run.out().lines().count()).isLessThan(300);
  }
}
