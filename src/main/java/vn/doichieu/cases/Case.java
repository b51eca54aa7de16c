package vn.doichieu.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.SourceLocation;

/**
 * A worked case of one target: figures in, findings expected. What it leaves open is filled in from
 * the rules it is run with, so a change of a rule is noticed only by what a case says itself.
 *
 * @param place where it stands
 * @param target the target's id
 * @param name what it is about, in words
 * @param asOf the day as of which is judged; null for a day long after everything is due
 * @param closed whether to judge as if every period were over
 * @param confirmed whether a person has said that what it expects is right
 * @param units the units that it names, whether it describes them or not
 * @param alone whether there are no units but these; otherwise one of every kind and role that the
 *     target asks is there, too
 * @param expected what has to be found; never empty
 */
public record Case(
    SourceLocation place,
    String target,
    String name,
    @Nullable LocalDate asOf,
    boolean closed,
    boolean confirmed,
    List<Unit> units,
    boolean alone,
    List<Given> figures,
    List<Granted> waivers,
    List<Expected> expected) {

  /** The code of the area, unless the case describes one of its own. */
  public static final String AREA = "area";

  public Case {
    units = List.copyOf(units);
    figures = List.copyOf(figures);
    waivers = List.copyOf(waivers);
    expected = List.copyOf(expected);
  }

  /**
   * A unit.
   *
   * @param cells the columns of {@code units.csv} that it fills; a parent left out is the area
   */
  public record Unit(int line, String code, Map<String, String> cells) {
    public Unit {
      cells = Map.copyOf(cells);
    }
  }

  /**
   * A figure.
   *
   * @param unit empty for every unit that the target asks it of
   * @param period a period, a range of months, or empty for every period in which it is asked
   */
  public record Given(
      int line, String unit, String item, String period, String value, String evidence) {}

  /**
   * A waiver.
   *
   * @param cells the columns of {@code waivers.csv}; a unit left out is every unit judged
   */
  public record Granted(int line, Map<String, String> cells) {
    public Granted {
      cells = Map.copyOf(cells);
    }
  }

  /**
   * What findings have to say.
   *
   * @param unit empty for every unit judged
   * @param period a period, a range of months, or empty for every period judged
   * @param fields texts by the name of a finding's field; see {@link Fields}
   */
  public record Expected(int line, String unit, String period, Map<String, String> fields) {
    public Expected {
      fields = Map.copyOf(fields);
    }
  }
}
