package dev.sandoo.server.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.document.SyntaxReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a scenario: JSON Lines, a head and then a call in each line. */
public final class ScenarioReader {
    private static final int FORMAT = 1;
    private static final Set<String> MEMBERS = new TreeSet<>(
            Set.of("at", "as", "uid", "secret", "protocol", "model", "method", "args", "kwargs", "result", "error"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private int line;

    private ScenarioReader(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @throws ScenarioFormatException that names the line that is wrong
     */
    public static Scenario read(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return new ScenarioReader(file.getFileName().toString()).scenario(lines);
        }
    }

    private Scenario scenario(BufferedReader lines) throws IOException {
        String version = head(next(lines).orElseThrow(() -> wrong("there is nothing in it")));
        List<ScenarioStep> steps = new ArrayList<>();
        for (Optional<Map<?, ?>> members = next(lines); members.isPresent(); members = next(lines)) {
            steps.add(step(members.get()));
        }
        return new Scenario(version, steps);
    }

    private Optional<Map<?, ?>> next(BufferedReader lines) throws IOException {
        String text = lines.readLine();
        line++;
        while (text != null && text.isBlank()) {
            text = lines.readLine();
            line++;
        }
        return text == null ? Optional.empty() : Optional.of(object(text));
    }

    private Map<?, ?> object(String text) {
        try {
            if (JSON.readValue(text, Object.class) instanceof Map<?, ?> members) {
                return members;
            }
            throw wrong("is no JSON object");
        } catch (JsonProcessingException error) {
            throw wrong("is no JSON: " + SyntaxReason.of(error));
        }
    }

    private String head(Map<?, ?> head) {
        if (!Integer.valueOf(FORMAT).equals(head.get("scenario"))) {
            throw wrong("scenario: must be " + FORMAT + "; is this a recording of Sandoo's?");
        }
        return text(head, "odoo");
    }

    private ScenarioStep step(Map<?, ?> members) {
        for (Object member : members.keySet()) {
            if (!MEMBERS.contains(member)) {
                throw wrong(member + ": is not known; there are " + String.join(", ", MEMBERS));
            }
        }
        return new ScenarioStep(
                at(members),
                optional(members, "as"),
                Optional.ofNullable(members.get("uid")).map(value -> number(value, "uid")),
                optional(members, "secret"),
                optional(members, "protocol").orElse("jsonrpc"),
                text(members, "model"),
                text(members, "method"),
                list(members.get("args")),
                map(members.get("kwargs"), "kwargs"),
                Optional.ofNullable(members.get("result")),
                failure(members.get("error")));
    }

    private Instant at(Map<?, ?> members) {
        try {
            return Instant.parse(text(members, "at"));
        } catch (DateTimeParseException error) {
            throw wrong("at: is no moment such as 2026-05-04T10:00:00Z");
        }
    }

    private Optional<ScenarioStep.Failure> failure(Object error) {
        if (error == null) {
            return Optional.empty();
        }
        Map<String, Object> members = map(error, "error");
        return Optional.of(new ScenarioStep.Failure(
                optional(members, "name").orElse(""),
                optional(members, "message").orElse("")));
    }

    private Optional<String> optional(Map<?, ?> members, String member) {
        return members.get(member) == null ? Optional.empty() : Optional.of(text(members, member));
    }

    private String text(Map<?, ?> members, String member) {
        if (members.get(member) instanceof String text) {
            return text;
        }
        throw wrong(member + (members.containsKey(member) ? ": is no text" : ": is missing"));
    }

    private int number(Object value, String member) {
        if (value instanceof Integer number) {
            return number;
        }
        throw wrong(member + ": is no number");
    }

    @SuppressWarnings("unchecked") // JSON lists hold anything
    private List<Object> list(Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List) {
            return (List<Object>) value;
        }
        throw wrong("args: is no list");
    }

    @SuppressWarnings("unchecked") // JSON's keys are texts
    private Map<String, Object> map(Object value, String member) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw wrong(member + ": is no object");
    }

    private ScenarioFormatException wrong(String fault) {
        return new ScenarioFormatException(name + ", line " + line + ": " + fault);
    }
}
