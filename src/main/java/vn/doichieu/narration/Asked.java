package vn.doichieu.narration;

import java.util.List;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Target;

/**
 * What somebody wants explained.
 *
 * @param target the target whose findings they are
 * @param findings the lines to explain, in their order
 * @param oneUnit whether they are of one unit that was named, and so are all told in full
 * @param data the data folder as it was named
 */
public record Asked(Target target, List<Finding> findings, boolean oneUnit, String data) {

  public Asked {
    findings = List.copyOf(findings);
  }
}
