package vn.doichieu.tabular;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes rows of what the parser finds, each cell cleaned once. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<CsvRow> {

  /** What no list has, but a file that is none may: it would fill the memory. */
  private static final int MOST_FIELDS = 1 << 14;

  private static final int MOST_CHARACTERS = 1 << 26;

  private int width = 1;
  private int columns;
  private String[] texts = {};
  private String[] written = texts;
  private int characters;

  /** Tells how many columns the table has, once that is known. */
  void columns(int number) {
    columns = number;
    width = Math.max(1, number);
  }

  @Override
  protected void handleBegin(long line) {
    texts = new String[width];
    written = texts;
    characters = 0;
  }

  @Override
  protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
    characters += length;
    if (field >= MOST_FIELDS || characters > MOST_CHARACTERS) {
      throw new CsvParseException("too long a record, line " + getStartingLineNumber());
    }
    if (field == texts.length) {
      resize(2 * field);
    }
    String cell = length == 0 ? "" : new String(buffer, offset, length);
    String text = CellText.clean(cell);
    texts[field] = text;
    if (text != cell && written == texts) {
      written = texts.clone();
    }
    written[field] = cell;
  }

  private void resize(int length) {
    boolean same = written == texts;
    texts = Arrays.copyOf(texts, length);
    written = same ? texts : Arrays.copyOf(written, length);
  }

  /** Null for a comment and for an empty line, which are no rows. */
  @Override
  protected @Nullable CsvRow buildRecord() {
    if (getRecordType() != RecordType.DATA) {
      return null;
    }
    int count = getFieldCount();
    if (count < texts.length) {
      resize(count);
    }
    return new CsvRow((int) getStartingLineNumber(), texts, written, columns);
  }
}
