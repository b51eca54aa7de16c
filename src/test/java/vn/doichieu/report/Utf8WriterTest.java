package vn.doichieu.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Every character and quotation is written as the libraries for JSON and CSV write it. */
class Utf8WriterTest {

  private static String written(Consumer<Utf8Writer> writing) {
    return new String(Utf8Writer.bytes(writing), StandardCharsets.UTF_8);
  }

  private static String jackson(String text) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeString(text);
    }
    return out.toString();
  }

  /** All characters that can stand by themselves, and some that take two places. */
  private static String everyCharacter() {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      if (!Character.isSurrogate(c)) {
        all.append(c);
      }
    }
    return all.appendCodePoint(0x10000).appendCodePoint(0x1F600).appendCodePoint(0x10FFFF) + "";
  }

  @Test
  void escapesInJsonWhatJacksonEscapes() {
    String all = everyCharacter();

    assertThat(written(json -> json.json(all))).isEqualTo(jackson(all));
    all.codePoints()
        .limit(0x180)
        .mapToObj(Character::toString)
        .forEach(c -> assertThat(written(json -> json.json(c))).isEqualTo(jackson(c)));
  }

  @Test
  void quotesInCsvWhatFastCsvQuotes() throws IOException {
    List<String> cells = new ArrayList<>(List.of("", " ", "a b ", "'=1", "a;b", "#", "ă\"“,\r\n"));
    everyCharacter().codePoints().limit(0x180).forEach(c -> cells.add("x" + Character.toString(c)));
    for (String cell : cells) {
      StringWriter out = new StringWriter();
      CsvWriter.builder()
          .lineDelimiter(LineDelimiter.LF)
          .build(out)
          .writeRecord("x", cell, "")
          .flush();

      assertThat(written(csv -> csv.raw("x,").csv(cell).raw(",\n"))).isEqualTo(out.toString());
    }
  }

  @Test
  void writesNumbersAsTheyAre() {
    for (long number : new long[] {0, 9, 10, -1, 1_000_000, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThat(written(json -> json.number(number))).isEqualTo(Long.toString(number));
    }
    new Random(1)
        .longs(1000)
        .map(number -> number >> (number & 63))
        .forEach(n -> assertThat(written(json -> json.number(n))).isEqualTo(Long.toString(n)));
  }

  /** Half of a pair cannot be written in UTF-8; the rest of its text stands. */
  @Test
  void marksHalfACharacter() {
    assertThat(written(json -> json.raw("a\uD83Db\uDE00"))).isEqualTo("a\uFFFDb\uFFFD");
  }

  /** Wherever the end of a part falls: within a character, an escape, a number or raw bytes. */
  @Test
  void losesNothingWhereItsBufferEnds() {
    byte[] bytes = "ơ".repeat(40_000).getBytes(StandardCharsets.UTF_8);
    for (int before = 65_500; before < 65_540; before++) {
      String start = "x".repeat(before);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Utf8Writer writer = new Utf8Writer(out);
      writer.raw(start).json("Đạt\u0001\"😀").number(-1234567890123L).raw(bytes).write('!');
      writer.flush();

      assertThat(out.toString(StandardCharsets.UTF_8))
          .isEqualTo(start + "\"Đạt\\u0001\\\"😀\"-1234567890123" + "ơ".repeat(40_000) + "!");
    }
  }
}
