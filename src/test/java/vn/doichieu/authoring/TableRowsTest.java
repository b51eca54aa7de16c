package vn.doichieu.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.doichieu.rules.InvalidRules;

class TableRowsTest {

  private static final String TEXT =
      "# đầu\r\ntarget;title;own\r\n\r\nA-1; \"x\" ;1\r\n# giữa\r\nA-2;\"hai\r\ndòng\";2";

  private static TableRows rows() {
    return TableRows.of(CsvDocument.parse(TEXT, true));
  }

  @Test
  void nothingChangedIsTheSameText() {
    assertThat(rows().text()).isEqualTo("\uFEFF" + TEXT);
    assertThat(rows().with(1, Map.of("title", "hai\ndòng", "own", "2")).text())
        .isEqualTo("\uFEFF" + TEXT);
  }

  @Test
  void aRowIsKnownByTheLineOnWhichItStarts() {
    assertThat(rows().all().stream().map(TableRows.Row::line)).containsExactly(4, 6);
  }

  @Test
  void oneCellIsChangedAndQuotedWhereItHasToBe() {
    assertThat(rows().with(0, Map.of("own", "a;b")).text())
        .isEqualTo("\uFEFF" + TEXT.replace(";1\r\n", ";\"a;b\"\r\n"));
  }

  @Test
  void aRowIsAddedBehindAnotherAndTakenOutAgain() {
    TableRows more = rows().plus(0, Map.of("target", "A-3", "title", "ba"));

    assertThat(more.all().get(1).cells()).containsEntry("target", "A-3");
    assertThat(more.text()).contains(";1\r\nA-3;ba;\r\n# giữa");
    assertThat(more.without(1).text()).isEqualTo("\uFEFF" + TEXT);
  }

  @Test
  void aRowThatWouldBeReadAsACommentIsRefused() {
    assertThatThrownBy(() -> rows().with(0, Map.of("target", "# A-1")))
        .isInstanceOf(InvalidRules.class);
  }
}
