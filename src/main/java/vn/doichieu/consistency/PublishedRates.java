package vn.doichieu.consistency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Rate;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.Submission;

/** Sets published rates beside what their own figures came to when they were judged. */
final class PublishedRates {

  private PublishedRates() {}

  /** The rates that units published and whose figures are all known. */
  static List<PublishedRate> of(Submission submission, List<Finding> findings) {
    Map<String, List<Item>> byTarget = new HashMap<>();
    for (Item item : published(submission)) {
      byTarget.computeIfAbsent(item.rateOf(), target -> new ArrayList<>()).add(item);
    }
    List<PublishedRate> rates = new ArrayList<>();
    if (byTarget.isEmpty()) {
      return rates;
    }
    for (Finding finding : findings) {
      for (Item item : byTarget.getOrDefault(finding.target().id(), List.of())) {
        Input input = new Input(item, finding.period());
        Figure figure = submission.figure(finding.unit(), input);
        Long n = finding.numerator();
        Long d = finding.denominator();
        if (figure.state() == Figure.State.VALID && n != null && d != null && d > 0) {
          if (isComplete(finding)) {
            rates.add(new PublishedRate(finding, input, Rate.unpacked(figure.value()), n, d));
          }
        }
      }
    }
    return rates;
  }

  /** The items of rates that some unit gave. */
  private static List<Item> published(Submission submission) {
    int units = submission.units().all().size();
    return submission.given().stream()
        .filter(input -> input.item().type() == Item.Type.RATE)
        .filter(
            input ->
                submission.columns(input).stream()
                    .anyMatch(
                        column ->
                            IntStream.range(0, units)
                                .anyMatch(unit -> column.state(unit) == Figure.State.VALID)))
        .map(Input::item)
        .distinct()
        .sorted(Comparator.comparing(Item::code))
        .toList();
  }

  /** With figures unknown, n and d are sums of what there is: no rate to hold another against. */
  private static boolean isComplete(Finding finding) {
    return finding.shortfall() != null && !finding.flags().contains(Flag.DECIDED_DESPITE_MISSING);
  }
}
