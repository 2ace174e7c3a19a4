package dev.sandoo.server.journal;

import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.journal.JournalEntry.Who;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls as the watch tells of them. */
final class TestCalls {
    static final String DATABASE = "shop";
    static final Who ADMIN = new Who(Optional.of(2), Optional.of("admin"), Optional.empty());

    private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");
    private static final Origin ORIGIN = new Origin(Protocol.XMLRPC, "127.0.0.1", "test", "r-1");

    private TestCalls() {}

    static CallSight answered(String model, String method, List<Object> args, Object answer) {
        return sight(ADMIN, model, method, args, Map.of(), Optional.ofNullable(answer), Optional.empty());
    }

    static CallSight named(String model, String method, Map<String, Object> kwargs, Object answer) {
        return sight(ADMIN, model, method, List.of(), kwargs, Optional.ofNullable(answer), Optional.empty());
    }

    static CallSight refused(String model, String method, List<Object> args) {
        return sight(ADMIN, model, method, args, Map.of(), Optional.empty(), Optional.of(new AccessError("No way")));
    }

    static CallSight by(Who who, String model, String method) {
        return sight(who, model, method, List.of(), Map.of(), Optional.of(true), Optional.empty());
    }

    static CallSight sight(
            Who who,
            String model,
            String method,
            List<Object> args,
            Map<String, Object> kwargs,
            Optional<Object> answer,
            Optional<RuntimeException> error) {
        return new CallSight(
                AT,
                Duration.ofMillis(3),
                ORIGIN,
                DATABASE,
                who,
                Optional.of("admin"),
                model,
                method,
                args,
                kwargs,
                Optional.empty(),
                answer,
                error);
    }

    /** A journal that has seen these calls. */
    static Journal journal(CallSight... calls) {
        Journal journal = new Journal(JournalBounds.STANDARD);
        for (CallSight call : calls) {
            journal.add(call);
        }
        return journal;
    }
}
