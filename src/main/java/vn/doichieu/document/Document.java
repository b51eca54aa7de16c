package vn.doichieu.document;

import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.document.Block.Chart;
import vn.doichieu.document.Block.Paragraph;

/**
 * A document to be laid out in any format.
 *
 * @param language the language that it is written in: {@code vi} or {@code en}
 * @param title what it is, on one line
 * @param words the few words that writers put around what is in the document
 * @param letterhead what stands around the body on paper: issuer, number, signature
 * @param body what is signed
 * @param annexes what follows behind the signature
 */
public record Document(
    String language,
    String title,
    Words words,
    Letterhead letterhead,
    List<Section> body,
    List<Section> annexes) {

  public Document {
    title = Cell.clean(title);
    body = List.copyOf(body);
    annexes = List.copyOf(annexes);
  }

  /** All sections, in the order of reading. */
  public List<Section> sections() {
    return Stream.concat(body.stream(), annexes.stream()).toList();
  }

  /**
   * One part of a document, with a heading of its own.
   *
   * @param id unique in its document, of letters, digits and hyphens
   * @param sheet the sheet of a workbook that it goes into, in words
   * @param landscape whether it needs the broad side of the paper
   */
  public record Section(
      String id, String title, String sheet, boolean landscape, List<Block> blocks) {

    public Section {
      title = Cell.clean(title);
      sheet = Cell.clean(sheet);
      blocks = List.copyOf(blocks);
    }

    /**
     * Whether a block is a paragraph that leads in what follows it: a table, or the signature below
     * the last words, which stand under no heading. It is never left alone at the end of a page.
     */
    public boolean isLeadIn(int block) {
      return blocks.get(block) instanceof Paragraph
          && (block + 1 < blocks.size() ? blocks.get(block + 1) instanceof Table : title.isEmpty());
    }

    /** Its tables, which is what a workbook takes of it besides its paragraphs. */
    public List<Table> tables() {
      return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
    }

    /** Its charts, which only pages draw: what they show stands in a table as well. */
    public List<Chart> charts() {
      return blocks.stream().filter(Chart.class::isInstance).map(Chart.class::cast).toList();
    }
  }

  /**
   * The words of tools around a document.
   *
   * @param filterUnit the label of the choice of a unit
   * @param filterResult the label of the choice of a result
   * @param all the choice of everything
   * @param shown how many lines are shown: {@code {0}} of {@code {1}}
   * @param contents the heading of a list of sections
   * @param threshold the name of the line that a rate is held against
   * @param section the heading of the column that names the section of a line
   */
  public record Words(
      String filterUnit,
      String filterResult,
      String all,
      String shown,
      String contents,
      String threshold,
      String section) {}
}
