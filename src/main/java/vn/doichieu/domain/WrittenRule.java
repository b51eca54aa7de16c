package vn.doichieu.domain;

import java.util.Map;

/**
 * A rule of a DRL file as its author wrote it.
 *
 * @param name the rule's name: what it is about, and maybe more words
 * @param about the kind of fact that it emits
 * @param texts what it says of itself besides: title, section, quote
 * @param text the rule as it stands in its file
 * @param place the line of its name
 */
public record WrittenRule(
    String name, String about, Map<String, String> texts, String text, SourceLocation place) {

  public WrittenRule {
    texts = Map.copyOf(texts);
  }

  /** The first word of its name. */
  public String code() {
    return name.split(" ", 2)[0];
  }
}
