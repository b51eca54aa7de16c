package vn.doichieu.oracle;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.oracle.NaiveData.Figure;
import vn.doichieu.oracle.NaiveData.State;

/** Items and whole numbers, added and subtracted, over all parts of a period. */
final class WideSum {
  private static final Pattern TOKEN = Pattern.compile("[+()-]|\\w+");

  private record Term(boolean minus, String name) {
    boolean isNumber() {
      return name.matches("[0-9]+");
    }
  }

  private final NaiveData data;
  private final Set<String> optional;
  private final List<String> periods;
  private final List<Term> terms = new ArrayList<>();

  WideSum(NaiveData data, Set<String> optional, String expression, String period) {
    this.data = data;
    this.optional = optional;
    this.periods = WidePeriods.parts(period);
    Deque<Boolean> outer = new ArrayDeque<>(List.of(false));
    boolean minus = false;
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      switch (token.group()) {
        case "+" -> minus = outer.peek();
        case "-" -> minus = !outer.peek();
        case "(" -> outer.push(minus);
        case ")" -> outer.pop();
        default -> terms.add(new Term(minus, token.group()));
      }
    }
  }

  /** Contract 4.2: a sum needs all its items; an optional one that is absent counts 0. */
  Figure at(String unit) {
    BigInteger total = BigInteger.ZERO;
    boolean absent = false;
    boolean invalid = false;
    for (String period : periods) {
      for (Term term : terms) {
        Figure figure = figure(unit, term, period);
        absent |= figure.state() == State.ABSENT;
        invalid |= figure.state() == State.INVALID;
        if (figure.state() == State.KNOWN) {
          total = term.minus() ? total.subtract(figure.count()) : total.add(figure.count());
        }
      }
    }
    if (invalid) {
      return Figure.INVALID;
    }
    return absent ? Figure.ABSENT : new Figure(State.KNOWN, total);
  }

  private Figure figure(String unit, Term term, String period) {
    if (term.isNumber()) {
      return new Figure(State.KNOWN, new BigInteger(term.name()));
    }
    Figure figure = data.figure(unit, term.name(), period);
    boolean countsZero = figure.state() == State.ABSENT && optional.contains(term.name());
    return countsZero ? new Figure(State.KNOWN, BigInteger.ZERO) : figure;
  }

  /** Each required item in each period. */
  List<List<String>> required() {
    List<List<String>> inputs = new ArrayList<>();
    for (String period : periods) {
      for (Term term : terms) {
        if (!term.isNumber() && !optional.contains(term.name())) {
          inputs.add(List.of(term.name(), period));
        }
      }
    }
    return inputs;
  }
}
