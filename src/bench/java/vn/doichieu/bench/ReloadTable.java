package vn.doichieu.bench;

import java.io.IOException;
import java.util.Locale;
import vn.doichieu.bench.Reload.Change;
import vn.doichieu.bench.Reload.Outcome;

/** The reloads' numbers as Markdown. */
final class ReloadTable {

  private static final double MEBI = 1 << 20;

  private final StringBuilder text = new StringBuilder();
  private boolean grows;

  private ReloadTable() {
    text.append("| what changes | plan | reloads | least ms | median ms | heap, MiB | metaspace, MiB")
        .append(" | classes |\n|---|---|--:|--:|--:|---|---|---|\n");
  }

  /**
   * Prints the table.
   *
   * @return whether classes grew
   */
  static boolean print() throws IOException {
    ReloadTable table = new ReloadTable();
    table.add(Reload.run(Change.ROW, 300, 1000));
    table.add(Reload.run(Change.ROW_BESIDE_DRL, 300, 1000));
    table.add(Reload.run(Change.DRL, 30, 100));
    System.out.print(table.text);
    System.out.println(
        "\nHeap, metaspace and classes after a collection: before / after a tenth / after all.");
    if (table.grows) {
      System.out.println("CLASSES GROW");
    }
    return table.grows;
  }

  private void add(Outcome outcome) {
    System.err.println("reload: " + outcome.change().what());
    grows |= outcome.grows();
    text.append("| " + outcome.change().what() + " | " + outcome.change().plan())
        .append(String.format(Locale.ROOT, " | %,d | ", outcome.nanos().length))
        .append(Table.number(outcome.least()) + " | " + Table.number(outcome.median()) + " | ")
        .append(
            String.format(
                Locale.ROOT,
                "%.2f / %.2f / %.2f | %.2f / %.2f / %.2f | %,d / %,d / %,d |%n",
                outcome.before().heap() / MEBI,
                outcome.tenth().heap() / MEBI,
                outcome.after().heap() / MEBI,
                outcome.before().metaspace() / MEBI,
                outcome.tenth().metaspace() / MEBI,
                outcome.after().metaspace() / MEBI,
                outcome.before().classes(),
                outcome.tenth().classes(),
                outcome.after().classes()));
  }
}
