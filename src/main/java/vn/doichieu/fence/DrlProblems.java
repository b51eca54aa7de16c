package vn.doichieu.fence;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;

/** Collects what is wrong with one file of rules. */
final class DrlProblems {

  private final DrlFile file;
  private final List<Problem> all = new ArrayList<>();

  DrlProblems(DrlFile file) {
    this.file = file;
  }

  void add(Problem.Kind kind, int line, String read, String... arguments) {
    all.add(new Problem(kind, SourceLocation.of(file.name(), Math.max(0, line)), read, arguments));
  }

  /** What stands on a line. */
  String textOf(int line) {
    return file.line(line);
  }

  List<Problem> all() {
    return all;
  }
}
