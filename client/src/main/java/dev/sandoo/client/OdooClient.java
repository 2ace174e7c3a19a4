package dev.sandoo.client;

import dev.sandoo.client.internal.XmlRpcTransport;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A connection to one database as one user. Every method is one call to the server unless it says otherwise.
 *
 * <p>Values may be {@code null}, {@link Boolean}, {@link Integer}, {@link Long} (if it fits into 32 bits), {@link Double},
 * {@link java.math.BigDecimal}, {@link String}, {@link java.time.LocalDate}, {@link java.time.LocalDateTime} and
 * {@link java.time.Instant} (written in UTC, as Odoo stores them), {@code byte[]} (written as the base64 text that binary
 * fields take), collections, maps with texts as keys, and {@link Domain}.
 *
 * <p>Thread-safe and immutable.
 */
public final class OdooClient {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final XmlRpcTransport transport;
    private final Credentials credentials;
    private final int uid;
    private final Map<String, Object> context;

    private OdooClient(XmlRpcTransport transport, Credentials credentials, int uid, Map<String, Object> context) {
        this.transport = transport;
        this.credentials = credentials;
        this.uid = uid;
        this.context = context;
    }

    /**
     * Logs in.
     *
     * @param url the server's address, such as {@code http://127.0.0.1:8069}
     * @param secret the password or an API key
     * @throws OdooFault of kind {@link OdooFault.Kind#ACCESS_DENIED} when login or secret are wrong
     * @throws java.io.UncheckedIOException when the server cannot be reached
     */
    public static OdooClient connect(String url, String database, String login, String secret) {
        return connect(URI.create(url), new Credentials(database, login, secret), TIMEOUT);
    }

    /**
     * Logs in.
     *
     * @param timeout how long the server may be silent during a call
     */
    public static OdooClient connect(URI url, Credentials credentials, Duration timeout) {
        XmlRpcTransport transport = new XmlRpcTransport(url, timeout);
        Object uid = transport.call(
                "common",
                "authenticate",
                List.of(credentials.database(), credentials.login(), credentials.secret(), Map.of()));
        if (!(uid instanceof Integer id)) {
            throw OdooFault.denied(
                    "wrong login or secret for " + credentials.login() + " on " + credentials.database());
        }
        return new OdooClient(transport, credentials, id, Map.of());
    }

    /** The same connection with a context that goes with every call, such as {@code lang} or {@code tz}. */
    public OdooClient withContext(Map<String, ?> newContext) {
        return new OdooClient(transport, credentials, uid, Map.copyOf(newContext));
    }

    /** The id of the user who is logged in. */
    public int uid() {
        return uid;
    }

    /** The server's version as it calls itself, such as {@code 19.0}. */
    public String serverVersion() {
        return (String) ((Map<?, ?>) transport.call("common", "version", List.of())).get("server_version");
    }

    /** The ids of the records that match, within the query's range. */
    public List<Integer> search(String model, Query query) {
        return ids(call(model, "search", List.of(query.domain()), range(query, query.offset(), query.limit())));
    }

    /** How many records match, whatever the query's range. */
    public int searchCount(String model, Domain domain) {
        return (Integer) call(model, "search_count", List.of(domain), Map.of());
    }

    /**
     * The records that match. They are fetched a page at a time while the stream is read, one call a page; records that change
     * their place meanwhile may be missed or come twice.
     */
    public Stream<OdooRecord> searchRead(String model, Query query) {
        return Pages.stream(query, (offset, limit) -> {
            Map<String, Object> named = range(query, offset, limit);
            named.put("fields", query.fields());
            return records(call(model, "search_read", List.of(query.domain()), named));
        });
    }

    /** Fields of records; no names mean all fields. Records that do not exist are left out. */
    public List<OdooRecord> read(String model, Collection<Integer> ids, String... fields) {
        return records(call(model, "read", List.of(List.copyOf(ids)), Map.of("fields", List.of(fields))));
    }

    /** Creates a record and returns its id. */
    public int create(String model, Map<String, ?> values) {
        return (Integer) call(model, "create", List.of(values), Map.of());
    }

    /** Creates several records in one call and returns their ids in the same order. */
    public List<Integer> create(String model, List<? extends Map<String, ?>> values) {
        return ids(call(model, "create", List.of(values), Map.of()));
    }

    /** Writes the same values to all these records. */
    public void write(String model, Collection<Integer> ids, Map<String, ?> values) {
        call(model, "write", List.of(List.copyOf(ids), values), Map.of());
    }

    /** Deletes records. */
    public void unlink(String model, Collection<Integer> ids) {
        call(model, "unlink", List.of(List.copyOf(ids)), Map.of());
    }

    /**
     * Calls any public method of a model.
     *
     * @param arguments by position; for a method of records the first is a list of ids
     * @param named by name; a {@code context} among them overrides the connection's
     * @return what the method returns: {@link Boolean}, {@link Integer}, {@link Double}, {@link String}, {@code List} or
     *     {@code Map}
     * @throws OdooFault when Odoo refuses; also when the method returns nothing, which XML-RPC cannot say
     */
    public Object call(String model, String method, List<?> arguments, Map<String, ?> named) {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(method, "method");
        Map<String, Object> all = new LinkedHashMap<>();
        if (!context.isEmpty()) {
            all.put("context", context);
        }
        all.putAll(named);
        return transport.call(
                "object",
                "execute_kw",
                List.of(credentials.database(), uid, credentials.secret(), model, method, arguments, all));
    }

    private static Map<String, Object> range(Query query, int offset, int limit) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("order", query.order());
        range.put("offset", offset);
        if (limit > 0) {
            range.put("limit", limit);
        }
        return range;
    }

    private static List<Integer> ids(Object list) {
        return ((List<?>) list).stream().map(Integer.class::cast).toList();
    }

    private static List<OdooRecord> records(Object list) {
        return ((List<?>) list)
                .stream().map(each -> new OdooRecord((Map<?, ?>) each)).toList();
    }
}
