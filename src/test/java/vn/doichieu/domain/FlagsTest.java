package vn.doichieu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.doichieu.domain.Finding.Flag;

class FlagsTest {

  @Test
  void areWhatTheSetOfThemIs() {
    int all = 1 << Flag.values().length;
    for (int bits = 0; bits < all; bits++) {
      Set<Flag> expected = EnumSet.noneOf(Flag.class);
      for (Flag flag : Flag.values()) {
        if ((bits & 1 << flag.ordinal()) != 0) {
          expected.add(flag);
        }
      }

      Flags flags = Flags.of(expected);

      assertThat(flags).containsExactlyElementsOf(expected).hasSize(expected.size());
      assertThat(flags.equals(expected) && expected.equals(flags)).isTrue();
      assertThat(flags).hasSameHashCodeAs(expected).isSameAs(Flags.of(Set.copyOf(expected)));
    }
  }

  @Test
  void areJoinedAndNeverChanged() {
    Flags one = Flags.NONE.and(Flag.ASKED);
    Flags two = one.and(Flags.of(Set.of(Flag.EXCEEDED, Flag.ASKED)));

    assertThat(Flags.NONE).isEmpty();
    assertThat(one).containsExactly(Flag.ASKED);
    assertThat(two).containsExactly(Flag.ASKED, Flag.EXCEEDED).contains(Flag.EXCEEDED);
    assertThat(two.contains(Flag.MEMBER_WAIVED)).isFalse();
    assertThatThrownBy(() -> two.add(Flag.MEMBER_WAIVED))
        .isInstanceOf(UnsupportedOperationException.class);
    Iterator<Flag> none = Flags.NONE.iterator();
    assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
  }
}
