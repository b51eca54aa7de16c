package vn.doichieu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Provenance.FileSet;
import vn.doichieu.explanation.Explainer;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.submission.Submission;
import vn.doichieu.testing.Delivered;
import vn.doichieu.testing.RegisterRules;
import vn.doichieu.waiver.WaiverAccounts;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** Figures that were handed in are judged as the same figures in a data folder are. */
class PreparedPlanTest {

  private static final Path HOME = Path.of("");
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path SAMPLES = Path.of("sample-data");

  @TempDir Path folder;

  /** A data folder with how it is to be judged. */
  private record Case(String plan, Path data, LocalDate asOf, boolean closed) {

    Check check() {
      return new Check(HOME, Path.of("rules", plan), data, asOf, closed);
    }
  }

  private static List<Case> cases(String plan) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CASES.resolve(plan))) {
      for (Path data : folders.sorted().toList()) {
        LocalDate asOf = LocalDate.parse(Files.readString(data.resolve("as_of")).strip());
        cases.add(new Case(plan, data, asOf, Files.exists(data.resolve("closed"))));
      }
    }
    cases.add(new Case(plan, SAMPLES.resolve(plan), LocalDate.of(2024, 11, 12), true));
    return cases;
  }

  @Test
  void writesTheSameBytesForADeliveryAsForAFolder() throws IOException {
    int judged = 0;
    for (String plan : RegisterRules.ALL_PLANS) {
      PreparedPlan prepared = PreparedPlan.read(HOME, Path.of("rules", plan));
      for (Case one : cases(plan)) {
        Evaluation expected = one.check().run();
        Path copied = folder.resolve(Integer.toString(judged));
        Submission submission = Delivered.whole(one.data(), copied, prepared.plan());

        Evaluation found =
            prepared.run(submission, expected.provenance().data(), one.asOf(), one.closed());

        assertThat(json(found)).as("%s", one).isEqualTo(json(expected));
        assertThat(found.findings()).hasSameSizeAs(expected.findings()).isNotEmpty();
        assertThat(evidence(found)).as("%s", one).isEqualTo(evidence(expected));
        judged++;
      }
    }
    assertThat(judged).isEqualTo(66 + 5);
  }

  @Test
  void explainsAndAccountsForWaiversAsACheckDoes() throws IOException {
    PreparedPlan prepared = PreparedPlan.read(HOME, Path.of("rules", "hoc_mon_2024"));
    int kept = 0;
    for (Case one : cases("hoc_mon_2024")) {
      Path copied = folder.resolve(Integer.toString(kept++));
      Submission submission = Delivered.whole(one.data(), copied, prepared.plan());
      FileSet data = one.check().run().provenance().data();

      Explainer expected = one.check().explained();
      Explainer found = prepared.explained(submission, data, one.asOf(), one.closed());
      WaiverAccounts waivers = prepared.waivers(submission, data, one.asOf(), one.closed());

      assertThat(found.evaluation().findings()).hasSameSizeAs(expected.evaluation().findings());
      for (int i = 0; i < found.evaluation().findings().size(); i++) {
        assertThat(found.explain(found.evaluation().findings().get(i)).toString())
            .isEqualTo(expected.explain(expected.evaluation().findings().get(i)).toString());
      }
      assertThat(waivers.accounts().toString())
          .isEqualTo(one.check().waivers().accounts().toString());
    }
  }

  @Test
  void judgesOnSeveralThreadsAtOnceAsOnOne() throws Exception {
    Map<Case, String> expected = new HashMap<>();
    Map<Case, FileSet> data = new HashMap<>();
    Map<Case, Submission> submissions = new HashMap<>();
    Map<String, PreparedPlan> plans = new HashMap<>();
    for (String plan : List.of("buon_ma_thuot_2024", "dong_nai_2023")) {
      plans.put(plan, PreparedPlan.read(HOME, Path.of("rules", plan)));
      for (Case one : cases(plan)) {
        Path copied = folder.resolve(plan + submissions.size());
        submissions.put(one, Delivered.whole(one.data(), copied, plans.get(plan).plan()));
        Evaluation alone = one.check().run();
        expected.put(one, json(alone));
        data.put(one, alone.provenance().data());
      }
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Map<Case, List<Future<String>>> found = new HashMap<>();
      for (int round = 0; round < 5; round++) {
        for (Case one : expected.keySet()) {
          Callable<String> judging =
              () ->
                  json(
                      plans
                          .get(one.plan())
                          .run(submissions.get(one), data.get(one), one.asOf(), one.closed()));
          found.computeIfAbsent(one, c -> new ArrayList<>()).add(threads.submit(judging));
        }
      }
      for (Case one : expected.keySet()) {
        for (Future<String> future : found.get(one)) {
          assertThat(future.get()).as("%s", one).isEqualTo(expected.get(one));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void namesTheRuleFilesAndTheFilesOfTheFigures() throws IOException {
    Case one = cases("hoc_mon_2024").get(0);
    Evaluation expected = one.check().run();
    PreparedPlan prepared = PreparedPlan.read(HOME, Path.of("rules", "hoc_mon_2024"));
    Submission submission = Delivered.whole(one.data(), folder.resolve("in"), prepared.plan());

    Evaluation found =
        prepared.run(submission, expected.provenance().data(), one.asOf(), one.closed());

    assertThat(found.provenance()).isEqualTo(expected.provenance());
    assertThat(prepared.provenance().rules()).isEqualTo(expected.provenance().rules());
    assertThat(prepared.provenance().data().files()).isEmpty();
  }

  private static String json(Evaluation evaluation) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonWriter(
            evaluation, new FindingFilter(Set.of(), Set.of(), Set.of()), new Messages(Language.VI))
        .write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> evidence(Evaluation evaluation) {
    List<String> evidence = new ArrayList<>();
    for (Finding finding : evaluation.findings()) {
      evaluation.evidence().apply(finding).forEach(figure -> evidence.add(figure.toString()));
    }
    return evidence;
  }
}
