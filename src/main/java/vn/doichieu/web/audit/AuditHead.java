package vn.doichieu.web.audit;

import java.util.List;

/**
 * The end of the chain as it is noted beside the entries.
 *
 * @param number the last entry
 * @param hash its hash
 * @param seal the keyed hash of both: an end that was cut off cannot be noted by hand
 */
record AuditHead(long number, String hash, String seal) {

  /** The end of a chain. */
  static AuditHead of(long number, String hash, AuditKey key) {
    return new AuditHead(number, hash, seal(number, hash, key));
  }

  boolean isSealedWith(AuditKey key) {
    return seal.equals(seal(number, hash, key));
  }

  private static String seal(long number, String hash, AuditKey key) {
    return key.hash(List.of("end", Long.toString(number), hash));
  }
}
