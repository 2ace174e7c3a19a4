package dev.sandoo.server.http;

import dev.sandoo.server.rpc.SpoiledAnswers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for HTTP and hands each request to the route table. Thread-safe. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /** More than a database pool can serve at once, so that a cheap request is not kept waiting behind slow ones. */
    private static final int MAX_THREADS = 100;

    /** Room for a session cookie, a key and a long query, no more. */
    private static final int MAX_HEADER_BYTES = 16 << 10;

    /** Clients that join an address and a path carelessly send {@code //xmlrpc/2/common}, which Odoo takes. */
    private static final UriCompliance DOUBLED_SLASHES =
            UriCompliance.DEFAULT.with("DOUBLED_SLASHES", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

    private final HttpSettings settings;
    private final Server server;
    private final ServerConnector connector;
    private final GracefulHandler requests;

    /** Prepares a server; {@link #start} makes it listen. */
    public HttpServer(HttpSettings settings, Routes routes) {
        this(settings, routes, new SpoiledAnswers());
    }

    /**
     * Prepares a server whose answers may be spoiled.
     *
     * @param spoiled says which, and how
     */
    public HttpServer(HttpSettings settings, Routes routes, SpoiledAnswers spoiled) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.server = new Server(threads());
        HttpConnectionFactory http = new HttpConnectionFactory(configuration());
        this.connector = settings.tls()
                .map(identity -> new ServerConnector(server, identity.context(), http))
                .orElseGet(() -> new ServerConnector(server, http));
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        server.addConnector(connector);
        this.requests =
                new GracefulHandler(new RouteHandler(routes, settings.proxies(), settings.maxBodyBytes(), spoiled));
        server.setHandler(requests);
        server.setErrorHandler(ErrorPages::writeError);
    }

    /**
     * Finds out whether the place to listen on can be had, which is best known before anything else is started.
     *
     * @throws HttpStartException when the port is taken or the address is not ours
     */
    public static void requireFree(HttpSettings settings) {
        InetSocketAddress place = new InetSocketAddress(settings.bind(), settings.port());
        if (place.isUnresolved()) {
            throw HttpStartException.noSuchAddress(settings, new UnresolvedAddressException());
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the connector does: connections that are being closed are not in the way
            socket.bind(place);
        } catch (IOException error) {
            throw HttpStartException.of(settings, error);
        }
    }

    /**
     * Listens.
     *
     * @return this
     * @throws HttpStartException when the port is taken or the address is not ours
     */
    public HttpServer start() {
        try {
            connector.open();
            server.start();
            return this;
        } catch (UnresolvedAddressException error) {
            close();
            throw HttpStartException.noSuchAddress(settings, error);
        } catch (IOException error) {
            close();
            throw HttpStartException.of(settings, error);
        } catch (Exception error) {
            close();
            throw new IllegalStateException("the HTTP server did not start", error);
        }
    }

    /** The port listened on, which differs from the one asked for if that was 0. */
    public int port() {
        return connector.getLocalPort();
    }

    /** The address that clients on this machine reach the server by, such as {@code http://127.0.0.1:8069}. */
    public URI url() {
        String host = settings.bind().equals("0.0.0.0") || settings.bind().equals("::") ? "localhost" : settings.bind();
        String scheme = settings.tls().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port());
    }

    /**
     * Takes no more requests, waits for those under way, then frees the port. Connections that merely stand open are not
     * waited for. Harmless when called twice.
     */
    @Override
    public void close() {
        try {
            connector.close();
            if (server.isStarted()) {
                awaitRequests();
            }
            server.stop();
        } catch (Exception error) {
            throw new IllegalStateException("the HTTP server did not stop cleanly", error);
        }
    }

    private void awaitRequests() throws InterruptedException, ExecutionException {
        try {
            requests.shutdown().get(settings.stopTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException error) {
            LOG.warn("stopping while {} requests are still being answered", requests.getCurrentRequestCount());
        }
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS);
        pool.setName("http");
        if (VirtualThreads.areSupported()) {
            pool.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        }
        return pool;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setSendDateHeader(true);
        configuration.setRequestHeaderSize(MAX_HEADER_BYTES);
        configuration.setUriCompliance(DOUBLED_SLASHES);
        // Tells requests over TLS as such. A name that the certificate does not hold is the client's to refuse.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        return configuration;
    }
}
