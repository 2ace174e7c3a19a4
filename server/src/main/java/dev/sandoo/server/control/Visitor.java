package dev.sandoo.server.control;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a request to the control interface comes from.
 *
 * @param peer the other end of the connection, whatever headers say
 * @param host the name and port that the client used for the server; empty if it named none
 * @param origin the page that made the request, if a browser did
 * @param fetchSite how that page stands to the server, as browsers tell
 * @param authorization the header of that name
 * @param isForwarded whether a header tells of a proxy in between
 */
public record Visitor(
        InetAddress peer,
        String host,
        Optional<String> origin,
        Optional<String> fetchSite,
        Optional<String> authorization,
        boolean isForwarded) {
    public Visitor {
        Objects.requireNonNull(peer, "peer");
        Objects.requireNonNull(host, "host");
    }

    /** Holds no secret. */
    @Override
    public String toString() {
        return "Visitor[" + peer + "]";
    }
}
