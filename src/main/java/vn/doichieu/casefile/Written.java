package vn.doichieu.casefile;

import java.util.List;

/** What stands in a file of cases: words, lists and named parts, each with its line. */
sealed interface Written {

  int line();

  /** A single text. */
  record Word(int line, String text) implements Written {}

  /** A list. */
  record Listed(int line, List<Written> parts) implements Written {
    public Listed {
      parts = List.copyOf(parts);
    }
  }

  /** Parts with names, in the order of the file. */
  record Mapped(int line, List<Entry> entries) implements Written {
    public Mapped {
      entries = List.copyOf(entries);
    }
  }

  /** One part with its name. */
  record Entry(Word key, Written value) {}
}
