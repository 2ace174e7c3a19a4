package dev.sandoo.server.http;

import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** What a handler may ask of a request. Serves one thread. */
final class HttpRequest {
    private final Request request;
    private final Map<String, String> pathValues;
    private final Peer peer;
    private final BodyReader bodies;

    HttpRequest(Request request, Map<String, String> pathValues, Peer peer, BodyReader bodies) {
        this.request = request;
        this.pathValues = pathValues;
        this.peer = peer;
        this.bodies = bodies;
    }

    String method() {
        return request.getMethod();
    }

    /** What stands in the path where the route has {@code {name}}. */
    String pathValue(String name) {
        return pathValues.get(name);
    }

    /** All that stands in the path where the route has names. */
    Map<String, String> pathValues() {
        return pathValues;
    }

    /** The query as the client wrote it, empty if there is none. */
    String query() {
        String query = request.getHttpURI().getQuery();
        return query == null ? "" : query;
    }

    /** The query's values by name; of several with one name, the first. */
    Map<String, String> queryValues() {
        return values(query());
    }

    /** The values of a posted form by name, if it is written as a query is; other forms have none. To be called once. */
    Map<String, String> form() throws IOException {
        return mediaType().equals("application/x-www-form-urlencoded")
                ? values(new String(body(), StandardCharsets.UTF_8))
                : Map.of();
    }

    /** A posted form with its files, whichever way it is written; empty for other bodies. To be called once. */
    MultipartForm parts() throws IOException {
        return mediaType().equals("multipart/form-data")
                ? MultipartForm.of(contentType(), body())
                : new MultipartForm(isForm() ? form() : Map.of(), List.of());
    }

    private static Map<String, String> values(String encoded) {
        Fields fields = new Fields();
        UrlEncoded.decodeTo(encoded, fields::add, StandardCharsets.UTF_8);
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.getName(), field.getValue() == null ? "" : field.getValue()));
        return values;
    }

    /** A header's first value. */
    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** A cookie's value. */
    Optional<String> cookie(String name) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** The address the client knows the server by, without a slash at the end. */
    String baseUrl() {
        String host = peer.host().isEmpty() ? Request.getServerName(request) : peer.host();
        return (isSecure() ? "https://" : "http://") + host;
    }

    /** Whether the client speaks TLS, to this server or to a trusted proxy before it. */
    boolean isSecure() {
        return peer.secure();
    }

    /** The type of the body with its parameters, empty if the client names none. */
    String contentType() {
        return header("Content-Type").orElse("");
    }

    /** The path as the client wrote it, without the query. */
    String path() {
        return request.getHttpURI().getPath();
    }

    /** The path without its escapes. */
    String decodedPath() {
        return Request.getPathInContext(request);
    }

    /** The other end of the connection; a proxy's, where there is one. */
    InetAddress connectedFrom() {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress end
                ? end.getAddress()
                : InetAddress.getLoopbackAddress(); // a pipe within this process
    }

    /** The name and port that the client used for the server. */
    String host() {
        return peer.host();
    }

    /** Whether a body follows, though it may turn out to be empty. */
    boolean hasBody() {
        return request.getHeaders().contains("Transfer-Encoding")
                || request.getHeaders().getLongField("Content-Length") > 0;
    }

    /** Whether the body calls itself JSON and nothing else. */
    boolean isPlainJson() {
        return mediaType().equals("application/json");
    }

    /** Whether the body is a form that a browser would send. */
    boolean isForm() {
        String type = mediaType();
        // Without a boundary the parts cannot be told apart, and the body is left alone.
        return type.equals("application/x-www-form-urlencoded")
                || type.equals("multipart/form-data") && contentType().contains("boundary=");
    }

    /** Whether the body calls itself JSON. */
    boolean isJson() {
        return mediaType().equals("application/json") || mediaType().equals("application/json-rpc");
    }

    /** Where the request came from, for the log and the record of calls. */
    Origin origin(Protocol protocol, String requestId) {
        return new Origin(protocol, peer.address(), header("User-Agent").orElse(""), requestId);
    }

    /**
     * The whole body, as sent: no content encoding is undone, as Odoo undoes none. To be called once.
     *
     * @throws BodyTooLargeException when it is over the limit
     */
    byte[] body() throws IOException {
        return bodies.read(request);
    }

    /** The type of the body without its parameters, in lower case; empty if the client names none. */
    String mediaType() {
        String type = contentType();
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
