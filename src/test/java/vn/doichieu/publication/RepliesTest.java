package vn.doichieu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.doichieu.document.Document;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.history.Changes;
import vn.doichieu.letterhead.Issuer;
import vn.doichieu.letterhead.Letterheads;
import vn.doichieu.listing.Listing;
import vn.doichieu.masking.Masking;
import vn.doichieu.publication.Replies.Reply;
import vn.doichieu.publication.Replies.State;
import vn.doichieu.publication.Replies.Subject;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

class RepliesTest {

  private static final Messages VI = new Messages(Language.VI);
  private static final Evaluation HOC_MON =
      MadeList.of(
              Path.of("rules", "hoc_mon_2024"),
              Path.of("sample-data", "hoc_mon_2024"),
              LocalDate.of(2025, 2, 1),
              false)
          .evaluation();
  private static final Replies SOME =
      new Replies(
          Map.of(
              new Subject("HM-N8", "XUAN_THOI_THUONG", "2024"),
              new Reply(State.ANSWERED, "Vì sao?", "Mưa ngập 3 tuần.", LocalDate.of(2025, 1, 20)),
              new Subject("HM-N9", "NHI_BINH", "2024"),
              new Reply(State.OPEN, "Kế hoạch đâu?", "", null)));

  private static String list(Replies replies, Masking masking) {
    Document document =
        new ListDocument(Listing.of(HOC_MON), Changes.of(HOC_MON, null), masking, VI, replies)
            .of(Letterheads.ofList(Issuer.UNKNOWN, HOC_MON.plan(), HOC_MON.asOf(), VI));
    return document.body().toString() + document.annexes();
  }

  @Test
  void whatUnitsRepliedStandsInTheirLinesAndInAnAnnex() {
    assertThat(list(SOME, Masking.none()))
        .containsIgnoringCase("đã giải trình: Mưa ngập 3 tuần")
        .containsIgnoringCase("đã đề nghị giải trình, đơn vị chưa trả lời")
        .contains("Giải trình của đơn vị")
        .contains("Trả lời ngày 20/01/2025, chờ xem xét")
        .contains("Kế hoạch đâu?");
  }

  @Test
  void aListThatHidesNumbersTellsOnlyThatUnitsReplied() {
    assertThat(list(SOME, Masking.small(HOC_MON)))
        .containsIgnoringCase("đơn vị đã giải trình")
        .doesNotContain("Mưa ngập", "Kế hoạch đâu?");
  }

  @Test
  void withoutRepliesTheListIsTheOneItWas() {
    assertThat(list(Replies.NONE, Masking.none())).doesNotContain("Giải trình của đơn vị");
  }
}
