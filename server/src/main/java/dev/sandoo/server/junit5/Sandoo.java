package dev.sandoo.server.junit5;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandoo.client.OdooClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** A test's database and what can be done with it besides calling it. Thread-safe. */
public final class Sandoo {
    private static final String YAML = "application/yaml";

    private final ControlConnection control;
    private final String database;
    private final AtomicBoolean stubbed = new AtomicBoolean();
    private final Queue<String> snapshots = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean faulty = new AtomicBoolean();

    Sandoo(ControlConnection control, String database) {
        this.control = Objects.requireNonNull(control, "control");
        this.database = Objects.requireNonNull(database, "database");
    }

    /** Where the server listens. */
    public URI url() {
        return control.server();
    }

    /** The database's name. */
    public String database() {
        return database;
    }

    /** A client of the administrator. */
    public OdooClient client() {
        return client("admin", "admin");
    }

    /** A client of any user; the secret is a password or an API key. */
    public OdooClient client(String login, String secret) {
        return OdooClient.connect(url().toString(), database, login, secret);
    }

    /** Makes the database as new; what was loaded before the test is gone too. */
    public void reset() {
        control.post(path("reset"), Map.of());
    }

    /** Keeps the database as it is now under a name, until the test is over. */
    public void snapshot(String name) {
        control.post(path("snapshots"), Map.of("name", own(name)));
        snapshots.add(own(name));
    }

    /** Names of snapshots are one space for all databases. */
    private String own(String name) {
        return database + "-" + name;
    }

    /** Puts the database back to a snapshot. */
    public void restore(String name) {
        control.post(path("reset"), Map.of("snapshot", own(name)));
    }

    /**
     * Loads records.
     *
     * @param yaml as docs/CONTROL.md describes it
     */
    public void seed(String yaml) {
        upload("seeds", YAML, yaml.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Answers calls by stubs from now on.
     *
     * @param yaml as docs/STUBS.md describes it
     */
    public void stub(String yaml) {
        upload("stubs", YAML, yaml.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Lets calls fail from now on.
     *
     * @param yaml as docs/STUBS.md describes it
     */
    public void fault(String yaml) {
        upload("faults", YAML, yaml.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes a key policy.
     *
     * @param yaml its document, with the policy's name
     */
    public void policy(String yaml) {
        client().create("sandoo.key.policy", Map.of("document", yaml));
    }

    /** Stops the database's clock at a moment. */
    public void freeze(Instant moment) {
        control.put(path("clock"), Map.of("now", moment.toString(), "frozen", true));
    }

    /** Lets time pass at once. */
    public void advance(Duration time) {
        control.put(path("clock"), Map.of("advance", time.toString()));
    }

    /** Gives the database the machine's time again. */
    public void resetClock() {
        control.delete(path("clock"));
    }

    /** The calls of all models and methods that clients made on this database. */
    public CallCheck calls() {
        return calls("*", "*");
    }

    /** The calls of a model's method, both of them names or patterns with {@code *}. */
    public CallCheck calls(String model, String method) {
        return new CallCheck(control, path("calls"), model, method);
    }

    /** Forgets the calls made so far. */
    public void forgetCalls() {
        control.delete(path("calls"));
    }

    void upload(String what, String mediaType, byte[] body) {
        stubbed.compareAndSet(false, what.equals("stubs"));
        faulty.compareAndSet(false, what.equals("faults"));
        control.upload(path(what), mediaType, body);
    }

    /** Takes back what a reset of the records leaves. */
    void takeBack() {
        for (String name = snapshots.poll(); name != null; name = snapshots.poll()) {
            control.delete(path("snapshots") + "/" + ControlConnection.encoded(name));
        }
        if (stubbed.get()) {
            control.delete(path("stubs"));
        }
        if (faulty.get()) {
            control.delete(path("faults"));
        }
    }

    /** The number of the latest call. */
    long lastCall() {
        return control.get(path("calls") + "?limit=1").path("last").asLong();
    }

    /** The calls after one, a line each. */
    String callsAfter(long number) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode call : control.get(path("calls") + "?since=" + number).path("calls")) {
            String ending = call.has("error")
                    ? call.at("/error/name").asText() + ": "
                            + call.at("/error/message").asText().strip()
                    : call.path("result").toString();
            lines.append(String.format(
                    Locale.ROOT,
                    "  #%d %s %s %s.%s(%s%s) -> %s%n",
                    call.path("number").asLong(),
                    call.path("at").asText(),
                    call.path("login").asText("-"),
                    call.path("model").asText(),
                    call.path("method").asText(),
                    shortened(inner(call.path("args"))),
                    call.path("kwargs").isEmpty()
                            ? ""
                            : " " + shortened(call.path("kwargs").toString()),
                    shortened(ending)));
        }
        return lines.toString();
    }

    private static String inner(JsonNode list) {
        String text = list.toString();
        return text.substring(1, text.length() - 1);
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }

    private String path(String what) {
        return "/databases/" + ControlConnection.encoded(database) + "/" + what;
    }

    @Override
    public String toString() {
        return "Sandoo[" + url() + ", " + database + "]";
    }
}
