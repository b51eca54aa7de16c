package vn.doichieu.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Problem;

class JsonTableTest {

  private static final List<String> REQUIRED = List.of("unit", "value");

  @TempDir Path folder;

  @Nested
  class Reads {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "12 | 12",
          "0 | 0",
          "12.50 | 12.50",
          "1e3 | 1e3",
          "-4 | -4",
          "123456789012345678901234567890 | 123456789012345678901234567890",
          "true | true",
          "false | false",
          "\"  có \" | có",
          "\"\\u0063\\u00f3\" | có"
        })
    void aValueAsItIsSpelled(String json, String text) throws IOException {
      assertThat(read("[{\"unit\": \"x1\", \"value\": " + json + "}]"))
          .containsExactly("1 x1=" + text);
    }

    @Test
    void eachObjectWithItsLine() throws IOException {
      assertThat(
              read(
                  "[\n  {\"unit\": \"x1\", \"value\": 1},\n\n  {\"value\": 2,\n   \"unit\": \"x2\"}\n]"))
          .containsExactly("2 x1=1", "4 x2=2");
    }

    @Test
    void blankValuesAndObjectsWithoutAny() throws IOException {
      assertThat(
              read(
                  "[{\"unit\":\"x1\",\"value\":null},{\"unit\":\"\",\"value\":null},"
                      + "{\"unit\":\"x2\",\"value\":\" \"}]"))
          .containsExactly("1 x1=", "1 x2=");
    }

    @Test
    void furtherKeysAsColumns() throws IOException {
      Files.writeString(
          file(),
          "[{\"unit\":\"x1\",\"value\":1},{\"unit\":\"x2\",\"Note\":\"số liệu\",\"value\":2}]");
      try (JsonTable table = JsonTable.open(file(), REQUIRED)) {
        List<String> notes = new ArrayList<>();
        table.forEach(row -> notes.add(row.cells() + " " + row.cell(2)));

        assertThat(table.header()).containsExactly("unit", "value", "note");
        assertThat(table.column("note")).isEqualTo(2);
        assertThat(notes).containsExactly("2 ", "3 số liệu");
      }
    }

    @Test
    void aFileWithAByteOrderMark() throws IOException {
      assertThat(read("\uFEFF[{\"unit\":\"x1\",\"value\":1}]")).containsExactly("1 x1=1");
    }

    @Test
    void anEmptyList() throws IOException {
      assertThat(read("[]")).isEmpty();
    }
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "5", "\"x\"", "null", "[5]", "[[]]", "[null]"})
    void whatIsNoListOfObjects(String json) throws IOException {
      assertThat(refused(json)).containsExactly("JSON_NOT_A_LIST 1 null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[[[[[[[[[[[[[[[[[[[[", "{\"a\":{\"b\":1}}"})
    void aValueInAValue(String nested) throws IOException {
      assertThat(refused("[{\"unit\":\"x1\",\n\"value\":" + nested + "}]"))
          .containsExactly("JSON_NESTED 2 value");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[",
          "[{\"unit\":\"x1\",\"value\":1}",
          "[{\"unit\":\"x1\",\"value\":1",
          "[{\"unit\":\"x1\",\"value\":",
          "[{\"unit\":\"x1\",\"value\":tru",
          "[{\"unit\":\"x1\",\"value\":1}] x",
          "[{\"unit\":\"x1\",\"value\":1}][]",
          "[{\"unit\":\"x1\",\"value\":1},]",
          "[{\"unit\":\"x1\",\"value\":01}]",
          "[{\"unit\":\"x1\",\"value\":NaN}]",
          "[{'unit':'x1','value':1}]",
          "[{\"unit\":\"x1\" /* note */,\"value\":1}]",
          "unit,value"
        })
    void whatIsNotWellFormed(String json) throws IOException {
      assertThat(refused(json)).containsExactly("MALFORMED_JSON 1 null");
    }

    @Test
    void textBeyondWhatAFigureCanBe() throws IOException {
      assertThat(refused("[{\"unit\":\"x1\",\n\"value\":\"" + "x".repeat(200_000) + "\"}]"))
          .containsExactly("MALFORMED_JSON 2 null");
      assertThat(refused("[{\"unit\":\"x1\",\n\"value\":" + "1".repeat(200_000) + "}]"))
          .containsExactly("MALFORMED_JSON 2 null");
    }

    @Test
    void moreKeysThanColumnsCanBe() throws IOException {
      StringBuilder json = new StringBuilder("[{\"unit\":\"x1\",\"value\":1");
      for (int i = 0; i < 300; i++) {
        json.append(",\"k").append(i).append("\":1");
      }

      assertThat(refused(json + "}]")).containsExactly("MALFORMED_JSON 1 k198");
    }

    @Test
    void aKeyThatStandsTwiceInAnyCase() throws IOException {
      assertThat(refused("[{\"unit\":\"x1\",\n\"value\":1,\"Value\":2}]"))
          .containsExactly("DUPLICATE_KEY 2 Value");
    }

    @Test
    void objectsThatLackAKeyAllAtOnce() throws IOException {
      assertThat(
              refused(
                  "[{\"unit\":\"x1\"},\n{\"unit\":\"x1\",\"val\":1},\n{\"unit\":\"x1\",\"value\":1},"
                      + "\n{\"value\":1}]"))
          .containsExactly("MISSING_KEY 1 value", "MISSING_KEY 4 unit");
    }

    @Test
    void lettersThatAreNotUtf8() throws IOException {
      Files.write(
          file(), "[\n{\"unit\":\"x1\",\"value\":\"có\"}]".getBytes(StandardCharsets.ISO_8859_1));

      assertThat(refused()).containsExactly("NOT_UTF8 2 null");
    }

    @Test
    void anEmptyFile() throws IOException {
      assertThat(refused("")).containsExactly("EMPTY_FILE 0 null");
      assertThat(refused(" \n ")).containsExactly("EMPTY_FILE 0 null");
    }
  }

  private Path file() {
    return folder.resolve("figures.json");
  }

  private List<String> read(String json) throws IOException {
    Files.writeString(file(), json);
    return read();
  }

  private List<String> read() {
    List<String> rows = new ArrayList<>();
    try (JsonTable table = JsonTable.open(file(), REQUIRED)) {
      table.forEach(row -> rows.add(row.line() + " " + row.cell(0) + "=" + row.cell(1)));
    }
    return rows;
  }

  private List<String> refused(String json) throws IOException {
    Files.writeString(file(), json);
    return refused();
  }

  private List<String> refused() {
    List<Problem> problems = catchThrowableOfType(UnreadableInput.class, this::read).problems();
    return problems.stream()
        .map(p -> p.kind() + " " + p.location().row() + " " + p.location().column())
        .toList();
  }
}
