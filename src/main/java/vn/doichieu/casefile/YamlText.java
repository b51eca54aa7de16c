package vn.doichieu.casefile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import vn.doichieu.casefile.Written.Entry;
import vn.doichieu.casefile.Written.Listed;
import vn.doichieu.casefile.Written.Mapped;
import vn.doichieu.casefile.Written.Word;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.CellText;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Reads a YAML file from its events: tags construct nothing, and an alias, which could make a short
 * file endless, is refused.
 */
final class YamlText {

  /** Parts within parts; a case needs six. */
  private static final int DEEPEST = 12;

  private final String name;
  private final Iterator<Event> events;

  private YamlText(String name, Iterator<Event> events) {
    this.name = name;
    this.events = events;
  }

  /**
   * Reads a file.
   *
   * @param name how places name it
   * @throws UnreadableInput at the first place from which it is no plain YAML
   */
  static Written read(Path file, String name) {
    LoadSettings settings = LoadSettings.builder().setLabel(name).build();
    try {
      YamlText text =
          new YamlText(name, new Parse(settings).parseString(TextFile.read(file)).iterator());
      text.next(); // The start of the stream
      Event document = text.next();
      if (document.getEventId() == Event.ID.StreamEnd) {
        throw text.malformed(document, "∅");
      }
      Written root = text.written(text.next(), 0);
      text.next(); // The end of the document
      Event end = text.next();
      if (end.getEventId() != Event.ID.StreamEnd) {
        throw text.malformed(end, "---");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      throw malformed(
          name, e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0), e.getProblem());
    } catch (YamlEngineException e) {
      throw malformed(name, 0, e.getMessage());
    }
  }

  private Event next() {
    return events.next();
  }

  private Written written(Event event, int depth) {
    if (depth > DEEPEST) {
      throw malformed(event, "[[[[…");
    }
    int line = line(event);
    switch (event.getEventId()) {
      case Scalar -> {
        return new Word(line, CellText.clean(((ScalarEvent) event).getValue()));
      }
      case SequenceStart -> {
        List<Written> parts = new ArrayList<>();
        for (Event part = next(); part.getEventId() != Event.ID.SequenceEnd; part = next()) {
          parts.add(written(part, depth + 1));
        }
        return new Listed(line, parts);
      }
      case MappingStart -> {
        List<Entry> entries = new ArrayList<>();
        for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
          if (!(written(key, depth + 1) instanceof Word word)) {
            throw malformed(key, "? …");
          }
          entries.add(new Entry(word, written(next(), depth + 1)));
        }
        return new Mapped(line, entries);
      }
      default -> throw malformed(event, event.getEventId().name().toLowerCase(Locale.ROOT));
    }
  }

  private UnreadableInput malformed(Event event, String read) {
    return malformed(name, line(event), read);
  }

  private static UnreadableInput malformed(String name, int line, @Nullable String read) {
    return new UnreadableInput(
        new Problem(Problem.Kind.MALFORMED_YAML, SourceLocation.of(name, line), read));
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }
}
