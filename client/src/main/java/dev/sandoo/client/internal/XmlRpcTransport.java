package dev.sandoo.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Calls Odoo's services over XML-RPC on {@code /xmlrpc/2}, whose fault codes are numbers. Thread-safe.
 *
 * <p>The older of the JDK's HTTP clients on purpose: the newer one would use a connection again that an HTTP/1.0 server, such
 * as Odoo 14, is about to close, and fail now and then.
 */
public final class XmlRpcTransport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final URI base;
    private final Duration timeout;

    /**
     * @param server such as {@code https://erp.example.com}; a slash at its end makes no difference
     * @param timeout how long the server may be silent during a call
     */
    public XmlRpcTransport(URI server, Duration timeout) {
        String text = Objects.requireNonNull(server, "server").toString();
        if (server.getHost() == null || !server.getScheme().startsWith("http")) {
            throw new IllegalArgumentException("not the address of a web server: " + text);
        }
        this.base = URI.create((text.endsWith("/") ? text : text + "/") + "xmlrpc/2/");
        this.timeout = Objects.requireNonNull(timeout, "timeout");
    }

    /**
     * Calls a method of a service.
     *
     * @throws dev.sandoo.client.OdooFault when the server answers with a fault
     * @throws UncheckedIOException when there is no answer, or one that is no XML-RPC
     */
    public Object call(String service, String method, List<?> parameters) {
        URI address = base.resolve(service);
        byte[] request = RequestWriter.write(method, parameters);
        try {
            HttpURLConnection connection = open(address, request.length);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(request);
            }
            return answer(connection, address);
        } catch (UnknownHostException error) {
            throw new UncheckedIOException("cannot reach " + address + ": unknown host", error);
        } catch (ConnectException | SocketTimeoutException error) {
            throw new UncheckedIOException("cannot reach " + address + ": " + error.getMessage(), error);
        } catch (IOException error) {
            throw new UncheckedIOException(error.getMessage(), error);
        }
    }

    private HttpURLConnection open(URI address, int length) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        connection.setReadTimeout((int) Math.min(timeout.toMillis(), Integer.MAX_VALUE));
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "text/xml");
        connection.setDoOutput(true);
        // A body of known length is never sent a second time: a record is not created twice.
        connection.setFixedLengthStreamingMode(length);
        return connection;
    }

    private static Object answer(HttpURLConnection connection, URI address) throws IOException {
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            connection.disconnect();
            throw new IOException(address + " answered with HTTP status " + status);
        }
        try (InputStream body = connection.getInputStream()) {
            return ResponseReader.read(body);
        }
    }
}
