package vn.doichieu.quotation;

/**
 * A sentence where it stands in a text, with the paragraphs around it: places in the text as it is
 * in its file, of a first character and of the one after the last.
 *
 * @param from where the paragraph begins that the sentence begins in
 * @param start where the sentence begins
 * @param end where the sentence ends; of one that leaves something out, its last part
 * @param to where the paragraph ends that the sentence ends in
 */
public record Passage(int from, int start, int end, int to) {

  public Passage {
    if (from > start || start >= end || end > to) {
      throw new IllegalArgumentException(from + " " + start + " " + end + " " + to);
    }
  }
}
