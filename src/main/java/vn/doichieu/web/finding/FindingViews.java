package vn.doichieu.web.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.narration.ExplanationParts;
import vn.doichieu.narration.ExplanationParts.Block;
import vn.doichieu.pace.Pace;
import vn.doichieu.pace.PaceText;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Badge;
import vn.doichieu.web.result.FindingSection;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.OwnPart;
import vn.doichieu.web.result.Slice;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/** Puts together what the page of a finding shows. */
@Component
class FindingViews {

  /** How many members and figures of others a page has. */
  private static final int A_PAGE = 100;

  private final RulesVersions versions;
  private final Origins origins;
  private final List<FindingSection> sections;

  FindingViews(RulesVersions versions, Origins origins, List<FindingSection> sections) {
    this.versions = versions;
    this.origins = origins;
    this.sections =
        sections.stream().sorted(Comparator.comparingInt(FindingSection::order)).toList();
  }

  /**
   * The page of a finding.
   *
   * @param page which page of what comes from other units, from 0; null: the first
   */
  FindingView view(
      Viewer viewer, Judged judged, Finding finding, Messages messages, @Nullable Integer page) {
    Sentences sentences = new Sentences(judged.evaluation(), messages);
    Explanation explanation = OwnPart.of(judged.explainer().explain(finding), viewer);
    ExplanationParts parts = ExplanationParts.of(judged.explainer(), messages, explanation);
    List<Figure> used = new ArrayList<>(explanation.figures());
    explanation.members().forEach(member -> used.addAll(member.figures()));
    Origins.Touched touched = origins.touched(judged, used);
    Slice<FindingView.Source> others =
        Slice.within(
            sources(parts, touched, figure -> !figure.unit().equals(finding.unit())), page, A_PAGE);
    byte[] plan = versions.files(judged.version()).files().get("plan.txt");
    return new FindingView(
        finding,
        Badge.of(finding),
        sentences.title(finding.target()),
        messages.language().period(finding.period()),
        sentences.result(finding),
        sentences.of(finding),
        Pace.of(judged.evaluation(), finding).map(new PaceText(messages)::sentence).orElse(""),
        Sentence.of(plan, finding.target().citation().quote()),
        finding.target().confidence().name(),
        deciders(judged, finding),
        otherwise(explanation, finding, sentences),
        parts,
        sources(parts, touched, figure -> figure.unit().equals(finding.unit())),
        others,
        members(parts.members(), page),
        history(origins.history(judged, finding, touched.touching()), messages),
        sections.stream()
            .map(s -> new FindingView.Section(s.fragment(), s.model(viewer, judged, finding)))
            .filter(section -> !section.model().isEmpty())
            .toList(),
        viewer.unit() != null);
  }

  /** Tables are cut to a page; their headings stay. */
  private static FindingView.Members members(List<Block> whole, @Nullable Integer asked) {
    List<Block> blocks = new ArrayList<>();
    int page = 0;
    int pages = 1;
    for (Block block : whole) {
      if (block.rows().isEmpty()) {
        blocks.add(block);
        continue;
      }
      List<List<String>> lines = block.rows().subList(1, block.rows().size());
      Slice<List<String>> some = Slice.within(lines, asked, A_PAGE);
      page = some.page();
      pages = some.pages();
      List<List<String>> rows = new ArrayList<>(some.items());
      rows.add(0, block.rows().get(0));
      blocks.add(new Block(block.text(), block.inner(), rows));
    }
    return new FindingView.Members(blocks, asked != null, page, pages);
  }

  private static List<FindingView.Source> sources(
      ExplanationParts parts, Origins.Touched touched, Predicate<Figure> which) {
    return parts.figures().stream()
        .filter(row -> which.test(row.figure()))
        .map(
            row ->
                new FindingView.Source(
                    row,
                    row.place().isEmpty()
                        ? null
                        : touched.counting().get(Origins.Spot.of(row.figure()))))
        .toList();
  }

  private static List<String> deciders(Judged judged, Finding finding) {
    return judged.evaluation().plan().readings().stream()
        .filter(reading -> reading.target().equals(finding.target().id()))
        .map(OtherReading::decidedBy)
        .filter(decider -> !decider.isEmpty())
        .distinct()
        .toList();
  }

  private static List<FindingView.Otherwise> otherwise(
      Explanation explanation, Finding finding, Sentences sentences) {
    return explanation.otherReadings().stream()
        .map(
            verdict ->
                new FindingView.Otherwise(
                    verdict.reading().id(),
                    sentences.says(verdict.reading()),
                    sentences.otherResult(verdict),
                    verdict.differsFrom(finding),
                    verdict.reading().decidedBy()))
        .toList();
  }

  private static List<FindingView.Then> history(List<Origins.Past> past, Messages messages) {
    List<FindingView.Then> all = new ArrayList<>();
    String before = "";
    for (Origins.Past each : past) {
      Sentences sentences = new Sentences(each.judged().evaluation(), messages);
      String word = sentences.result(each.finding());
      all.add(
          new FindingView.Then(
              each.filed(),
              Badge.of(each.finding()),
              word,
              sentences.of(each.finding()),
              !before.isEmpty() && !before.equals(word)));
      before = word;
    }
    return all;
  }
}
