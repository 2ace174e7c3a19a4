package dev.sandoo.server.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.rpc.Call;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Creates the demo records in a fresh database, as its administrator. A value {@code @key} in the data stands for the id of
 * the record that was created under that key before.
 */
public final class DemoRecords {
    private static final String DATA = "/demo/records.json";
    private static final Credential ADMINISTRATOR = new Credential.UserSecret(2, "admin");
    private static final Origin ORIGIN = new Origin(Protocol.XMLRPC, "127.0.0.1", "sandoo", "demo");

    private final Dispatcher dispatcher;
    private final Map<String, Object> ids = new HashMap<>();

    public DemoRecords(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** One record of the data. */
    private record Entry(String key, String model, Map<String, Object> values) {}

    /** Creates all of them; each is a call of its own. */
    public void create(String database) {
        for (Entry entry : read()) {
            List<Object> arguments = List.of(resolved(entry.values()));
            Call call = new Call(database, ADMINISTRATOR, entry.model(), "create", arguments, Map.of(), ORIGIN);
            ids.put("@" + entry.key(), dispatcher.dispatch(call));
        }
    }

    private static List<Entry> read() {
        try (InputStream data = DemoRecords.class.getResourceAsStream(DATA)) {
            return new ObjectMapper().readValue(data, new TypeReference<List<Entry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(DATA, e);
        }
    }

    private Object resolved(Object value) {
        if (value instanceof Map<?, ?> values) {
            Map<String, Object> result = new LinkedHashMap<>();
            values.forEach((name, element) -> result.put((String) name, resolved(element)));
            return result;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::resolved).toList();
        }
        return ids.getOrDefault(value, value);
    }
}
