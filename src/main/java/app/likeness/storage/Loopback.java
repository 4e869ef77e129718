package app.likeness.storage;

import java.net.InetAddress;
import java.net.URI;

/// This machine's own end of the network, where nobody reads along.
public final class Loopback {
  private Loopback() {}

  /// Whether whatever goes to this address stays on this machine or is encrypted.
  public static boolean orTls(URI address) {
    String host = address.getHost();
    return "https".equalsIgnoreCase(address.getScheme()) || (host != null && is(host));
  }

  /// Asks no name server, whose word would not do.
  ///
  /// @param host a name or an address, one of version 6 with or without brackets
  public static boolean is(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
