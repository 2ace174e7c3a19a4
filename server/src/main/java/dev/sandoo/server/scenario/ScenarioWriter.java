package dev.sandoo.server.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a scenario, a line as soon as its call has ended, so that a recording that is cut off holds what came before. Thread-safe. */
public final class ScenarioWriter implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer out;

    private ScenarioWriter(Writer out) {
        this.out = out;
    }

    /**
     * Begins a file; one that is there is replaced.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static ScenarioWriter to(Path file, String odooVersion, Instant now) {
        try {
            ScenarioWriter writer = new ScenarioWriter(Files.newBufferedWriter(file));
            Map<String, Object> head = new LinkedHashMap<>();
            head.put("scenario", 1);
            head.put("odoo", odooVersion);
            head.put("recorded", now.toString());
            writer.line(head);
            return writer;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Adds a call. */
    public void add(ScenarioStep step) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", step.at().toString());
        step.login().ifPresent(login -> line.put("as", login));
        if (step.login().isEmpty()) {
            step.uid().ifPresent(uid -> line.put("uid", uid));
        }
        step.secret().ifPresent(secret -> line.put("secret", secret));
        line.put("protocol", step.protocol());
        line.put("model", step.model());
        line.put("method", step.method());
        line.put("args", step.args());
        if (!step.kwargs().isEmpty()) {
            line.put("kwargs", step.kwargs());
        }
        step.failure()
                .ifPresentOrElse(
                        failure -> line.put("error", error(failure)),
                        () -> line.put("result", step.result().orElse(null)));
        line(line);
    }

    private static Map<String, Object> error(ScenarioStep.Failure failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("name", failure.name());
        error.put("message", failure.message());
        return error;
    }

    private synchronized void line(Map<String, Object> members) {
        try {
            out.write(JSON.writeValueAsString(members));
            out.write('\n');
            out.flush();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
