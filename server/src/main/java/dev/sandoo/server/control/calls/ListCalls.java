package dev.sandoo.server.control.calls;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlException;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import dev.sandoo.server.document.SyntaxReason;
import dev.sandoo.server.journal.BadQueryException;
import dev.sandoo.server.journal.CallFilter;
import dev.sandoo.server.journal.Journal;
import dev.sandoo.server.journal.JournalEntry;
import dev.sandoo.server.journal.QueryReader;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code GET /databases/{db}/calls}. */
public final class ListCalls implements ControlEndpoint<Void> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of("model", "method", "outcome", "user", "key");

    private final Journal journal;
    private final KnownDatabase database;

    /** What is answered. */
    public record Found(
            @JsonPropertyDescription("How many match") int count,

            @JsonPropertyDescription("The number of the database's latest call: since=LAST asks for later ones")
            long last,

            @JsonPropertyDescription("How many older calls had to make room and were not looked at")
            long dropped,

            @JsonPropertyDescription("The latest of those that match, the oldest of them first")
            List<CallView> calls) {}

    public ListCalls(Journal journal, KnownDatabase database) {
        this.journal = Objects.requireNonNull(journal, "journal");
        this.database = Objects.requireNonNull(database, "database");
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("listCalls", "Lists the latest calls of a database, or waits for some.")
                .answers(Found.class)
                .asks("model", "A model, or a pattern with * in it")
                .asks("method", "A method, or a pattern with * in it")
                .asks("outcome", "ok, error, or a kind of failure such as access")
                .asks("user", "A login or a user's id")
                .asks("key", "An API key's name or id")
                .asks("since", "The number of a call: only later ones")
                .asks("where", "A JSON object of places in the call and what they hold, as for verify")
                .asks("limit", "At most so many, the latest; default 200")
                .asks("wait", "A duration such as PT10S: answer when enough calls match, or when it is over")
                .asks("count", "How many calls to wait for; default 1")
                .refuses(ProblemKind.UNKNOWN_DATABASE, ProblemKind.INVALID);
    }

    @Override
    public Found answer(ControlRequest<Void> request) {
        database.require(request.database());
        CallFilter filter = filter(request);
        int limit = number(request, "limit", 200);
        int count = number(request, "count", 1);
        Optional<Duration> wait = request.query("wait").map(ListCalls::duration);
        Journal.Found found = wait.map(time -> journal.await(request.database(), filter, count, time))
                .orElseGet(() -> journal.find(request.database(), filter));
        List<JournalEntry> entries = found.entries();
        List<CallView> shown = entries.subList(Math.max(0, entries.size() - limit), entries.size()).stream()
                .map(CallView::of)
                .toList();
        return new Found(entries.size(), found.last(), found.dropped(), shown);
    }

    private static CallFilter filter(ControlRequest<Void> request) {
        Map<String, Object> query = new LinkedHashMap<>();
        TEXTS.forEach(name -> request.query(name).ifPresent(text -> query.put(name, text)));
        request.query("since").ifPresent(text -> query.put("since", number(request, "since", 0)));
        request.query("where").ifPresent(text -> query.put("where", where(text)));
        try {
            return QueryReader.filter(query);
        } catch (BadQueryException error) {
            throw new ControlException(ProblemKind.INVALID, error.getMessage());
        }
    }

    private static Object where(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException error) {
            throw new ControlException(ProblemKind.INVALID, "where: is no JSON: " + SyntaxReason.of(error));
        }
    }

    private static int number(ControlRequest<Void> request, String name, int standard) {
        String text = request.query(name).orElse("" + standard);
        if (!text.matches("\\d{1,9}")) {
            throw new ControlException(ProblemKind.INVALID, name + ": is no number from 0");
        }
        return Integer.parseInt(text);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException error) {
            throw new ControlException(ProblemKind.INVALID, "wait: is no duration such as PT10S");
        }
    }
}
