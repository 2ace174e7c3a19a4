package dev.sandoo.server.http;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the server listens and what it takes.
 *
 * @param bind the address to listen on, such as {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param port 0 means any free port
 * @param maxBodyBytes a request with a larger body is answered with 413
 * @param stopTimeout how long {@link HttpServer#close} waits for requests that are being answered
 * @param proxies the addresses of proxies whose word is taken for who a client is
 * @param tls what the server proves itself by; without it, it speaks plain HTTP
 */
public record HttpSettings(
        String bind,
        int port,
        long maxBodyBytes,
        Duration stopTimeout,
        Predicate<String> proxies,
        Optional<TlsIdentity> tls) {
    /** 128 MiB: clients post attachments of 50 MB as base64, a third larger, in one body. */
    public static final long DEFAULT_MAX_BODY_BYTES = 128L << 20;

    private static final Duration DEFAULT_STOP_TIMEOUT = Duration.ofSeconds(5);

    public HttpSettings {
        Objects.requireNonNull(bind, "bind");
        Objects.requireNonNull(stopTimeout, "stopTimeout");
        Objects.requireNonNull(proxies, "proxies");
        Objects.requireNonNull(tls, "tls");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        }
        if (maxBodyBytes < 1 || maxBodyBytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("maxBodyBytes " + maxBodyBytes + " is not between 1 and 2147483639");
        }
    }

    /** The defaults for an address and port. */
    public static HttpSettings of(String bind, int port) {
        return new HttpSettings(
                bind, port, DEFAULT_MAX_BODY_BYTES, DEFAULT_STOP_TIMEOUT, address -> false, Optional.empty());
    }

    /**
     * The same behind a proxy whose word is taken for who a client is.
     *
     * @param addresses says where the proxy may be
     */
    public HttpSettings behindAProxy(Predicate<String> addresses) {
        return new HttpSettings(bind, port, maxBodyBytes, stopTimeout, addresses, tls);
    }

    /** The same over TLS. */
    public HttpSettings over(TlsIdentity identity) {
        return new HttpSettings(bind, port, maxBodyBytes, stopTimeout, proxies, Optional.of(identity));
    }
}
