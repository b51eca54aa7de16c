package vn.doichieu.webpage;

import java.util.Locale;
import java.util.stream.DoubleStream;
import vn.doichieu.document.Block.Chart;
import vn.doichieu.document.Block.RateBar;
import vn.doichieu.document.Block.RateBars;
import vn.doichieu.document.Block.ResultBar;
import vn.doichieu.document.Block.ResultBars;
import vn.doichieu.document.Block.Share;
import vn.doichieu.document.Document.Words;
import vn.doichieu.webpage.Html.Tag;

/** Draws charts: bars for the eye, and beside each bar its figures for everyone. */
final class PageChart {

  private static final double MOST_PERCENT = 100;
  private static final double LINE_PERCENT = 0.5;

  private final Html html;
  private final Marks marks;
  private final Words words;

  PageChart(Html html, Marks marks, Words words) {
    this.html = html;
    this.marks = marks;
    this.words = words;
  }

  void write(Chart chart) {
    String name = chart.id() + "_";
    html.open(Tag.FIGURE, "id", chart.id(), "class", "group few", "aria-labelledby", name);
    html.open(Tag.FIGCAPTION, "id", name).text(chart.title()).close(Tag.FIGCAPTION).line();
    html.open(Tag.UL, "class", "bars").line();
    if (chart instanceof ResultBars bars) {
      results(bars);
    } else if (chart instanceof RateBars bars) {
      rates(bars);
    }
    html.close(Tag.UL).close(Tag.FIGURE).line();
  }

  private void results(ResultBars chart) {
    long most = chart.bars().stream().mapToLong(ResultBar::total).max().orElse(0);
    for (ResultBar bar : chart.bars()) {
      html.open(Tag.LI, marks.of(bar)).open(Tag.SPAN).text(bar.label()).close(Tag.SPAN);
      html.open(Tag.SVG, "aria-hidden", "true");
      double from = 0;
      for (Share share : bar.shares()) {
        double width = most == 0 ? 0 : MOST_PERCENT * share.count() / most;
        if (width > 0) {
          rect(StyleSheet.tone(share.tone()), from, width);
          from += width;
        }
      }
      html.close(Tag.SVG).open(Tag.P);
      for (Share share : bar.shares()) {
        if (share.count() > 0) {
          html.open(Tag.SPAN, "class", StyleSheet.tone(share.tone()));
          html.text(share.word() + " " + share.count()).close(Tag.SPAN).text(" ");
        }
      }
      html.close(Tag.P).line();
    }
  }

  private void rates(RateBars chart) {
    double most =
        chart.bars().stream()
            .flatMapToDouble(bar -> DoubleStream.of(bar.rate(), bar.threshold()))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    for (RateBar bar : chart.bars()) {
      html.open(Tag.LI, marks.of(bar.unit(), bar.tone()));
      html.open(Tag.SPAN).text(bar.label()).close(Tag.SPAN);
      html.open(Tag.SVG, "aria-hidden", "true");
      rect("track", 0, MOST_PERCENT);
      rect(StyleSheet.tone(bar.tone()), 0, percent(bar.rate(), most));
      rect("line", percent(bar.threshold(), most), LINE_PERCENT);
      html.close(Tag.SVG).open(Tag.P);
      html.open(Tag.SPAN, "class", StyleSheet.tone(bar.tone())).text(bar.text()).close(Tag.SPAN);
      html.text(" " + words.threshold() + ": " + bar.required()).close(Tag.P).line();
    }
  }

  /** Where a rate ends: the highest one leaves room for the line of a threshold. */
  private static double percent(double rate, double most) {
    double part = most > 0 && Double.isFinite(rate) ? Math.max(0, rate / most) : 0;
    return part * (MOST_PERCENT - LINE_PERCENT);
  }

  private void rect(String style, double from, double width) {
    html.open(
            Tag.RECT,
            "class",
            style,
            "x",
            String.format(Locale.ROOT, "%.2f%%", from),
            "width",
            String.format(Locale.ROOT, "%.2f%%", width),
            "height",
            "100%")
        .close(Tag.RECT);
  }
}
