package vn.doichieu.drl;

import org.jspecify.annotations.Nullable;
import vn.doichieu.fence.Fact;

/** A fact with a property of each type, for tests. */
public final class Reported extends Fact {

  private final String body;
  private final long value;
  private final @Nullable Reported whole;

  public Reported(String body, long value, @Nullable Reported whole) {
    this.body = body;
    this.value = value;
    this.whole = whole;
  }

  @Override
  public String getBody() {
    return body;
  }

  public long getValue() {
    return value;
  }

  public int getYear() {
    return 2024;
  }

  public boolean isWaived() {
    return value == 0;
  }

  public @Nullable Reported getWhole() {
    return whole;
  }

  /** Looks like a property and takes an argument: no rule may call it. */
  public String getSecret(String key) {
    return key;
  }

  @Override
  public String toString() {
    return body + " " + value;
  }
}
