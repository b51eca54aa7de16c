package vn.doichieu.drl;

import java.util.HexFormat;
import vn.doichieu.domain.Provenance;

/** SHA-256 of bytes that are all there. */
final class Hash {

  static final int LENGTH = 32;

  private Hash() {}

  static byte[] of(byte[] bytes) {
    return Provenance.newSha256().digest(bytes);
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }
}
