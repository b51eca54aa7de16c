package vn.doichieu.web.entry;

import java.util.List;

/**
 * The page as it is shown.
 *
 * @param seen the area's last submission whose figures it shows
 */
public record EntryForm(long seen, List<Section> sections) {

  public EntryForm {
    sections = List.copyOf(sections);
  }

  /** What one plan asks and none before it has asked. */
  public record Section(String planId, String title, List<Group> groups) {

    public Section {
      groups = List.copyOf(groups);
    }
  }

  /**
   * Figures that stand together.
   *
   * @param pooled whether the area may leave them all blank
   */
  public record Group(String heading, String quote, boolean pooled, List<Field> fields) {

    public Group {
      fields = List.copyOf(fields);
    }
  }

  /**
   * One figure.
   *
   * @param name the name of its field
   * @param type the type of its item
   * @param value what stands in it
   * @param source where the value that counts comes from; empty if there is none
   * @param error what is wrong with the value; empty if nothing is known to be
   */
  public record Field(
      String name,
      String label,
      String period,
      String type,
      String typeText,
      String hint,
      String value,
      String source,
      String error) {}

  /** How many figures are asked for. */
  public int size() {
    return sections.stream()
        .flatMap(section -> section.groups().stream())
        .mapToInt(group -> group.fields().size())
        .sum();
  }
}
