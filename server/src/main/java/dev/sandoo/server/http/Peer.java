package dev.sandoo.server.http;

import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Request;

/**
 * Who sent a request, and how they know the server.
 *
 * @param address the client's IP address
 * @param host the server's name and port in the client's words, empty if it gave none
 * @param secure whether the client speaks TLS
 */
record Peer(String address, String host, boolean secure) {
    /** Who sent the request: what a proxy says counts only if it is one of these. */
    static Peer of(Request request, Predicate<String> proxies) {
        boolean trusted = proxies.test(Request.getRemoteAddr(request));
        return (trusted ? Trust.PROXY : Trust.CONNECTION).of(request);
    }

    /** Whose word is taken for where a request comes from. */
    private enum Trust {
        /** The connection itself: headers can be written by anybody. */
        CONNECTION {
            @Override
            Peer of(Request request) {
                return new Peer(
                        Request.getRemoteAddr(request), header(request, "Host").orElse(""), request.isSecure());
            }
        },
        /**
         * The proxy before the server: the last value of each header is its own, those before may be the client's. Nothing is
         * believed without {@code X-Forwarded-Host}. Source: asked of a 19.0 in proxy mode.
         */
        PROXY {
            @Override
            Peer of(Request request) {
                Peer direct = CONNECTION.of(request);
                return last(request, "X-Forwarded-Host")
                        .map(host -> new Peer(
                                last(request, "X-Forwarded-For").orElse(direct.address()),
                                host,
                                last(request, "X-Forwarded-Proto")
                                        .map("https"::equalsIgnoreCase)
                                        .orElse(direct.secure())))
                        .orElse(direct);
            }
        };

        abstract Peer of(Request request);
    }

    private static Optional<String> header(Request request, String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    private static Optional<String> last(Request request, String name) {
        String values = String.join(",", request.getHeaders().getValuesList(name));
        return Optional.of(values.substring(values.lastIndexOf(',') + 1).strip())
                .filter(value -> !value.isEmpty());
    }
}
