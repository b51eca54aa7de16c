package vn.doichieu.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.oracle.RandomFolder;
import vn.doichieu.testing.RegisterRules;

/** No sentence has a hole in it, whatever the figures, the plan, the day and the language. */
@Tag("once")
class SentencesTest {

  /** What a gap in a sentence leaves behind. */
  private static final Pattern HOLE =
      Pattern.compile(
          "null|[{}?\\p{Cntrl}]|  | [,;:.)]|\\( |\\(\\)|“”|[,;:(]\\.|[:,;] ?[;,:]|^[,;:.]|: *$|\\.\\.(?!\\d)");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "hoc_mon_2024, 16",
    "buon_ma_thuot_2024, 14",
    "duy_tien_2026, 14",
    "dong_nai_2023, 10",
    "soc_trang_2011, 24"
  })
  void areWholeForEveryFindingAndProblem(String plan, int folders) {
    Set<Result> seen = EnumSet.noneOf(Result.class);
    Map<String, String> holes = new TreeMap<>();
    for (long seed = 5000; seed < 5000 + folders; seed++) {
      write(plan, seed);
      int year = RegisterRules.year(plan);
      List<LocalDate> days =
          List.of(
              RandomFolder.asOf(seed, year),
              LocalDate.of(year, 6, 20),
              LocalDate.of(year + 1, 2, 1));
      for (LocalDate asOf : days) {
        for (Path rules : rules(plan)) {
          Evaluation evaluation =
              new Check(Path.of(""), rules, folder, asOf, RandomFolder.closed(seed)).run();
          evaluation.findings().forEach(finding -> seen.add(finding.result()));
          findHoles(evaluation, "%s, seed %d, %s".formatted(rules, seed, asOf), holes);
        }
      }
    }
    assertThat(holes).isEmpty();
    // Not every plan leaves something to a person, nor always something in progress.
    assertThat(seen)
        .containsAll(
            EnumSet.of(Result.MET, Result.NOT_MET, Result.MISSING, Result.INVALID, Result.WAIVED));
  }

  /** The plan's own rule files, with words of their own, and its register's rows without any. */
  private static List<Path> rules(String plan) {
    Path own = Path.of("rules", plan);
    return Files.exists(own)
        ? List.of(own, RegisterRules.folder(plan))
        : List.of(RegisterRules.folder(plan));
  }

  private static void findHoles(Evaluation evaluation, String where, Map<String, String> holes) {
    for (Language language : Language.values()) {
      texts(evaluation, language, where)
          .forEach(
              (text, about) -> {
                if (HOLE.matcher(text).find()) {
                  holes.putIfAbsent(about.what(), about.where() + ": " + text);
                }
              });
    }
  }

  private void write(String plan, long seed) {
    RegisterRules.writeRandomFolder(folder, plan, seed);
  }

  /** Every text of an evaluation, with the kind of case it is about. */
  private static Map<String, About> texts(Evaluation evaluation, Language language, String where) {
    Map<String, About> texts = new HashMap<>();
    Messages messages = new Messages(language);
    Sentences sentences = new Sentences(evaluation, messages);
    for (Finding finding : evaluation.findings()) {
      About about = About.of(finding, language, where);
      String sentence = sentences.of(finding);
      texts.put(sentence.endsWith(".") ? sentence : sentence + " {no full stop}", about);
      texts.put(sentences.result(finding), about);
      texts.put("Yêu cầu " + sentences.required(finding.target()), about);
      texts.put("Đạt được " + sentences.achieved(finding), about);
      texts.put("Còn thiếu " + sentences.stillNeeded(finding), about);
      texts.put(sentences.inShort(finding), about);
      texts.put(sentences.title(finding.target()), about);
    }
    ProblemText problems = new ProblemText(messages);
    for (Problem problem : evaluation.problems()) {
      About about = new About(problem.kind() + " " + language, where);
      texts.put(problems.sentence(problem), about);
      texts.put(problems.expected(problem), about);
    }
    return texts;
  }

  private record About(String what, String where) {
    static About of(Finding finding, Language language, String where) {
      return new About(
          String.join(
              " ",
              finding.target().criterion().getClass().getSimpleName(),
              finding.basis().toString(),
              finding.reason().code(),
              finding.result().code(),
              language.code()),
          where + ", " + finding.target().id() + " " + finding.unit().code());
    }
  }
}
