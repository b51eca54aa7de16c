package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Persons are told from places that are called after persons; in doubt it is a person. */
class NamesPersonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "đường Nguyễn Văn Cừ",
        "tập huấn tại số 12 đường Nguyễn Văn Cừ, ngõ 3",
        "ĐƯỜNG NGUYỄN VĂN CỪ",
        "Phường Nguyễn Văn Cừ",
        "UBND xã Trần Văn Thời",
        "Công an phường Võ Thị Sáu",
        "thị trấn Trần Văn Thời",
        "trường THCS Lê Văn Tám",
        "Trường Tiểu học Nguyễn Văn Trỗi",
        "Chủ tịch UBND xã “Trần Văn Thời”",
        "chủ tịch phường \"Nguyễn Văn Cừ\"",
        "Sơn Tây, Hà Nội"
      })
  void aPlaceIsNone(String text) {
    assertThat(PersonalData.namesPerson(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nguyễn Văn Cừ",
        "“Nguyễn Văn Cừ”",
        "Chủ tịch xã Nguyễn Văn An",
        "cán bộ phường Trần Thị Bé",
        "Tổ trưởng khu phố Lê Văn Tám",
        "người ở xã Nguyễn Văn An",
        "đối tượng tại đường Nguyễn Văn An",
        "xã, Nguyễn Văn An",
        "phường: Nguyễn Văn An",
        "yêu cầu Nguyễn Văn An nộp",
        "hiệu trưởng Nguyễn Văn An",
        "duong Nguyen Van An",
        "đường Nguyễn Văn Cừ, Trần Thị Bé",
        "đường dây Nguyễn Văn An"
      })
  void aPersonIsOne(String text) {
    assertThat(PersonalData.namesPerson(text)).isTrue();
  }
}
