package dev.sandoo.server.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.TestSandoo;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Scenarios written by hand, played against a running server whose ids are others. */
class ReplayIT {
    private static final String VERSION = "19.0";
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private final List<ScenarioStep> steps = new ArrayList<>();

    private void step(String model, String method, List<Object> args, Map<String, Object> kwargs, Object result) {
        steps.add(new ScenarioStep(
                AT,
                Optional.of("boss"),
                Optional.empty(),
                Optional.of("s1"),
                "xmlrpc",
                model,
                method,
                args,
                kwargs,
                Optional.ofNullable(result),
                Optional.empty()));
    }

    private List<String> differences() {
        Replay.Target target = new Replay.Target(
                URI.create(TestSandoo.of(VERSION).url()), TestSandoo.database(VERSION), "admin", "admin", Map.of());
        return new Replay(target, new SecureRandom(), Clock.systemUTC())
                .play(new Scenario(VERSION, steps), outcome -> {}).stream()
                        .flatMap(outcome -> outcome.differences().stream().map(line -> outcome.number() + " " + line))
                        .toList();
    }

    @Test
    void idsAreMatchedInAnswersAndReplacedInCalls() {
        step("res.partner.category", "create", List.of(Map.of("name", "Replay tag")), Map.of(), 90_001);
        step(
                "res.partner",
                "create",
                List.of(Map.of(
                        "name",
                        "Replay",
                        "category_id",
                        List.of(List.of(6, 0, List.of(90_001))),
                        "child_ids",
                        List.of(List.of(0, 0, Map.of("name", "Replay child"))))),
                Map.of(),
                90_001);
        step("res.partner", "search", List.of(List.of(List.of("parent_id", "=", 90_001))), Map.of(), List.of(90_002));
        step(
                "res.partner",
                "read",
                List.of(List.of(90_001, 90_002), List.of("name", "parent_id", "child_ids", "category_id")),
                Map.of(),
                List.of(
                        Map.of(
                                "id",
                                90_001,
                                "name",
                                "Replay",
                                "parent_id",
                                false,
                                "child_ids",
                                List.of(90_002),
                                "category_id",
                                List.of(90_001)),
                        Map.of(
                                "id",
                                90_002,
                                "name",
                                "Replay child",
                                "parent_id",
                                List.of(90_001, "Replay"),
                                "child_ids",
                                List.of(),
                                "category_id",
                                List.of())));
        step(
                "res.partner",
                "search_count",
                List.of(List.of(List.of("category_id", "in", List.of(90_001)))),
                Map.of(),
                1);
        step("res.partner", "unlink", List.of(List.of(90_002, 90_001)), Map.of(), true);
        step("res.partner.category", "unlink", List.of(List.of(90_001)), Map.of(), true);

        assertEquals(List.of(), differences());
    }

    @Test
    void whatDiffersIsNamedByItsPlace() {
        step("res.partner", "create", List.of(Map.of("name", "Differs")), Map.of(), 90_003);
        step(
                "res.partner",
                "read",
                List.of(List.of(90_003), List.of("name", "active")),
                Map.of(),
                List.of(Map.of("id", 90_003, "name", "Other", "active", true, "ref", "x")));
        step("res.partner", "unlink", List.of(List.of(90_003)), Map.of(), true);

        assertEquals(
                List.of("2 result[0].name: was 'Other' when recorded, is 'Differs'", "2 result[0].ref: is missing"),
                differences().stream().sorted().toList());
    }

    @Test
    void anotherErrorAndNoErrorAreDifferences() {
        steps.add(failing("builtins.ValueError", "Invalid field 'nope' on 'res.partner'", List.of("nope")));
        steps.add(failing("builtins.KeyError", "nope", List.of("nope")));
        steps.add(failing("builtins.ValueError", "whatever", List.of("name")));

        List<String> differences = differences();

        assertEquals("2 error: was 'builtins.KeyError' when recorded, is 'builtins.ValueError'", differences.get(0));
        assertEquals("3 raised builtins.ValueError when recorded, now it is answered", differences.get(2));
    }

    private static ScenarioStep failing(String name, String message, List<Object> fields) {
        return new ScenarioStep(
                AT,
                Optional.of("boss"),
                Optional.empty(),
                Optional.of("s1"),
                "jsonrpc",
                "res.partner",
                "read",
                List.of(List.of(1), fields),
                Map.of(),
                Optional.empty(),
                Optional.of(new ScenarioStep.Failure(name, message)));
    }

    @Test
    void aNewUsersPasswordIsMadeUpAndUsedAgain() {
        Map<String, Object> secret = Map.of("$secret", "s2");
        String login = "replay-" + System.nanoTime();
        step("res.users", "create", List.of(Map.of("name", "R", "login", login, "password", secret)), Map.of(), 90_004);
        steps.add(new ScenarioStep(
                AT,
                Optional.of(login),
                Optional.of(90_004),
                Optional.of("s2"),
                "xmlrpc",
                "common",
                "authenticate",
                List.of(login),
                Map.of("password", secret),
                Optional.of(90_004),
                Optional.empty()));

        assertEquals(List.of(), differences());
    }
}
