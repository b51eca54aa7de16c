package vn.doichieu.web.bounds;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from: the other end of the connection. What a request says of itself in
 * {@code X-Forwarded-For} and the like is not believed.
 */
public final class NetworkAddress {

  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  private NetworkAddress() {}

  /** The name under which its requests are counted. */
  public static String of(HttpServletRequest request) {
    return of(request.getRemoteAddr());
  }

  /** One machine has many addresses of a network of IPv6: the network counts. */
  static String of(String address) {
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == IPV6_BYTES
          ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
