package vn.doichieu.fence;

import java.util.List;
import vn.doichieu.domain.WrittenRule;

/**
 * Rules that passed.
 *
 * @param text all of them, written anew from what was understood
 * @param rules each as its author wrote it, in the order of the files
 */
public record Fenced(String text, List<WrittenRule> rules) {

  public Fenced {
    rules = List.copyOf(rules);
  }
}
