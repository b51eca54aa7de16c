package vn.doichieu.web.dryrun;

import java.util.List;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Problem;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.AreaPlan;
import vn.doichieu.web.filing.AreaRules.Basis;
import vn.doichieu.web.filing.Upload;

/**
 * What an upload would do if it counted.
 *
 * @param basis the rules and units that it was tried by
 * @param figures every figure that it gives or takes back, by unit and in the order of the plans
 * @param problems what of its files cannot be used, by place
 * @param plans how the findings of every plan of the area would move
 * @param contradictions what has to be explained before it can be submitted
 * @param locked what is taken no more: then it cannot be submitted
 */
public record DryRun(
    Area area,
    Upload upload,
    Basis basis,
    List<FigureChange> figures,
    List<Problem> problems,
    List<PlanMoves> plans,
    List<Contradiction> contradictions,
    List<Problem> locked) {

  public DryRun {
    figures = List.copyOf(figures);
    problems = List.copyOf(problems);
    plans = List.copyOf(plans);
    contradictions = List.copyOf(contradictions);
    locked = List.copyOf(locked);
  }

  /**
   * How the findings of one plan would move.
   *
   * @param moves only those whose result becomes another
   */
  public record PlanMoves(
      AreaPlan plan, Evaluation before, Evaluation after, List<FindingMove> moves) {

    public PlanMoves {
      moves = List.copyOf(moves);
    }
  }

  /** How many figures something becomes of. */
  public int count(FigureChange.Kind kind) {
    return (int) figures.stream().filter(figure -> figure.kind() == kind).count();
  }

  /** Whether figures would be invalid; whoever submits has to say that this is known. */
  public boolean hasInvalid() {
    return count(FigureChange.Kind.INVALID) > 0;
  }
}
