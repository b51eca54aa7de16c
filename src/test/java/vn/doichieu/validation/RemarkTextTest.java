package vn.doichieu.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.doubt.Remark;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

class RemarkTextTest {

  @ParameterizedTest
  @EnumSource
  void everyKindOfRemarkHasItsSentences(Language language) {
    Messages messages = new Messages(language);

    assertThat(Remark.Kind.values())
        .allSatisfy(
            kind -> {
              assertThat(messages.has("remark." + kind.code() + ".what")).as(kind.code()).isTrue();
              assertThat(messages.has("remark." + kind.code() + ".do")).as(kind.code()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules/README.md", "rules/README.en.md"})
  void everyKindOfRemarkStandsOnTheAuditorsPage(String page) throws IOException {
    String text = Files.readString(Path.of(page));

    assertThat(Remark.Kind.values())
        .allSatisfy(kind -> assertThat(text).contains("`" + kind.code() + "`"));
  }

  @Test
  void aDayIsWrittenAsPeopleHereDoAndAnImpossibleOneAsItWasRead() {
    RemarkText text = new RemarkText(new Messages(Language.VI));
    SourceLocation place = SourceLocation.of("targets.csv", 2, "closes_on");

    assertThat(
            text.sentence(
                new Remark(
                    Remark.Kind.CLOSES_BEFORE_PERIOD, place, "T1", "2024-02-09", "2024-13-41")))
        .contains("kỳ 2024-13-41 chốt ngày 09/02/2024");
  }
}
