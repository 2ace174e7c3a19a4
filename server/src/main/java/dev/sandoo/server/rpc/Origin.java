package dev.sandoo.server.rpc;

import java.util.Objects;

/**
 * Where a call came from.
 *
 * @param address the caller's IP address as text
 * @param requestId names the call in the log
 */
public record Origin(Protocol protocol, String address, String userAgent, String requestId) {
    public Origin {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(userAgent, "userAgent");
        Objects.requireNonNull(requestId, "requestId");
    }
}
