package dev.sandoo.server.junit5;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which calls a test means, and how many there should have been. The {@code with…} methods answer a narrower check; those that count
 * throw an {@link AssertionError} that shows what came near. Places in a call are written like {@code values.email},
 * {@code args.0}, {@code kwargs.limit} or {@code result}; docs/TESTING.md tells all. Immutable.
 */
public final class CallCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ControlConnection control;
    private final String path;
    private final Map<String, Object> query;

    CallCheck(ControlConnection control, String path, String model, String method) {
        this(control, path, Map.of("model", model, "method", method));
    }

    private CallCheck(ControlConnection control, String path, Map<String, Object> query) {
        this.control = control;
        this.path = path;
        this.query = query;
    }

    /** Those that hold this value at a place. */
    public CallCheck with(String place, Object value) {
        return where(place, Map.of("equals", value));
    }

    /** Those that hold any value at a place that is neither empty nor false. */
    public CallCheck withValue(String place) {
        return where(place, Map.of("set", true));
    }

    /** Those that hold nothing at a place. */
    public CallCheck without(String place) {
        return where(place, Map.of("set", false));
    }

    /** Those whose text at a place has another in it, or whose list a value. */
    public CallCheck containing(String place, Object value) {
        return where(place, Map.of("contains", value));
    }

    /** Those made by a user. */
    public CallCheck by(String login) {
        return and("user", login);
    }

    /** Those made with an API key. */
    public CallCheck withKey(String name) {
        return and("key", name);
    }

    /** Those that ended so: {@code ok}, {@code error}, or a kind of failure such as {@code access}. */
    public CallCheck ended(String outcome) {
        return and("outcome", outcome);
    }

    /** Fails unless there were so many. */
    public void exactly(int count) {
        verify("exactly", count);
    }

    /** Fails unless there was one. */
    public void once() {
        exactly(1);
    }

    /** Fails if there was any. */
    public void never() {
        verify("never", true);
    }

    /** Fails if there were fewer. */
    public void atLeast(int count) {
        verify("at_least", count);
    }

    /** Fails if there were more. */
    public void atMost(int count) {
        verify("at_most", count);
    }

    /** Waits until there were so many, at most a minute; fails if the time is over before. */
    public void await(int count, Duration timeout) {
        control.get(path + query() + "&count=" + count + "&wait=" + timeout);
        atLeast(count);
    }

    /** The calls as the control interface shows them, the oldest first. */
    public List<JsonNode> list() {
        List<JsonNode> calls = new ArrayList<>();
        control.get(path + query()).path("calls").forEach(calls::add);
        return calls;
    }

    private void verify(String count, Object value) {
        control.post(path + "/verify", and(count, value).query);
    }

    private CallCheck where(String place, Map<String, Object> comparison) {
        Map<String, Object> places = new LinkedHashMap<>();
        if (query.get("where") instanceof Map<?, ?> known) {
            known.forEach((name, value) -> places.put((String) name, value));
        }
        places.put(place, comparison);
        return and("where", places);
    }

    private CallCheck and(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(query);
        more.put(member, value);
        return new CallCheck(control, path, more);
    }

    private String query() {
        List<String> pairs = new ArrayList<>();
        query.forEach((name, value) -> pairs.add(name + "="
                + ControlConnection.encoded(
                        value instanceof Map ? JSON.valueToTree(value).toString() : String.valueOf(value))));
        return "?" + String.join("&", pairs);
    }
}
