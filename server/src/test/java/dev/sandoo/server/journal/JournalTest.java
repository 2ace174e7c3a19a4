package dev.sandoo.server.journal;

import static dev.sandoo.server.journal.TestCalls.DATABASE;
import static dev.sandoo.server.journal.TestCalls.answered;
import static dev.sandoo.server.journal.TestCalls.by;
import static dev.sandoo.server.journal.TestCalls.journal;
import static dev.sandoo.server.journal.TestCalls.named;
import static dev.sandoo.server.journal.TestCalls.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.access.CallerKey;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.journal.ArgumentCondition.Comparison;
import dev.sandoo.server.journal.JournalEntry.Who;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {
    private static final CallSight ADA = answered(
            "res.partner", "create", List.of(List.of(Map.of("name", "Ada", "email", "ada@a.example"))), List.of(7));
    private static final CallSight BERT =
            named("res.partner", "create", Map.of("vals_list", Map.of("name", "Bert", "email", "")), 8);
    private static final CallSight WRITE =
            answered("res.partner", "write", List.of(List.of(7, 8), Map.of("credit_limit", 10)), true);
    private static final CallSight SEARCH = answered(
            "sale.order", "search_read", List.of(List.of(List.of("partner_id", "=", 7)), List.of("name")), List.of());
    private static final CallSight REFUSED = refused("sale.order", "unlink", List.of(List.of(3)));

    private static List<Long> found(CallFilter filter) {
        return journal(ADA, BERT, WRITE, SEARCH, REFUSED).find(DATABASE, filter).entries().stream()
                .map(JournalEntry::number)
                .toList();
    }

    @Test
    void callsAreFoundByModelAndMethodOrPatternsOfThem() {
        assertEquals(List.of(1L, 2L), found(CallFilter.of("res.partner", "create")));
        assertEquals(List.of(1L, 2L, 3L), found(CallFilter.of("res.*", "*")));
        assertEquals(List.of(4L, 5L), found(CallFilter.of("*order", "*")));
        assertEquals(List.of(4L, 5L), found(CallFilter.ANY.since(3)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "values.email  | SET      | true          | 1",
                "values.name   | EQUALS   | Ada           | 1",
                "values.name   | CONTAINS | er            | 2",
                "values.email  | MATCHES  | .*@a\\.example | 1",
                "args.0.0.name | EQUALS   | Ada           | 1",
                "result.0      | EQUALS   | 7             | 1"
            })
    void argumentsAreComparedWhereverTheyStand(String path, Comparison comparison, String operand, long expected) {
        Object value = comparison == Comparison.SET ? Boolean.TRUE : operand.matches("\\d+") ? 7 : operand;

        List<Long> found = found(CallFilter.ANY.where(new ArgumentCondition(new CallPath(path), comparison, value)));

        assertEquals(List.of(expected), found);
    }

    @Test
    void idsDomainsAndNumbersAreCompared() {
        assertEquals(
                List.of(3L),
                found(CallFilter.ANY.where(new ArgumentCondition(new CallPath("ids"), Comparison.CONTAINS, 8))));
        assertEquals(
                List.of(4L),
                found(CallFilter.ANY.where(ArgumentCondition.equal("domain.0", List.of("partner_id", "=", 7.0)))));
        assertEquals(
                List.of(3L),
                found(CallFilter.ANY.where(
                        new ArgumentCondition(new CallPath("values.credit_limit"), Comparison.ABOVE, 9.5))));
        assertEquals(
                List.of(2L),
                found(CallFilter.of("res.partner", "create")
                        .where(new ArgumentCondition(new CallPath("values.email"), Comparison.SET, false))));
    }

    @Test
    void outcomeUserAndKeyTellCallsApart() {
        Journal journal = journal(
                REFUSED,
                by(
                        new Who(Optional.of(9), Optional.of("ada"), Optional.of(new CallerKey(4, "shop", "rpc"))),
                        "res.partner",
                        "read"));

        assertEquals(1, count(journal, "{outcome=error}"));
        assertEquals(1, count(journal, "{outcome=access}"));
        assertEquals(1, count(journal, "{outcome=ok}"));
        assertEquals(1, count(journal, "{user=ada}"));
        assertEquals(1, count(journal, "{user=9}"));
        assertEquals(1, count(journal, "{key=shop}"));
        assertEquals(
                1,
                journal.find(DATABASE, QueryReader.filter(Map.of("key", 4)))
                        .entries()
                        .size());
    }

    private static int count(Journal journal, String member) {
        String[] pair = member.substring(1, member.length() - 1).split("=");
        return journal.find(DATABASE, QueryReader.filter(Map.of(pair[0], pair[1])))
                .entries()
                .size();
    }

    @Test
    void theOldestCallsMakeRoom() {
        Journal journal = new Journal(new JournalBounds(3, 1_000, 1_000_000));
        for (int i = 0; i < 5; i++) {
            journal.add(ADA);
        }

        Journal.Found found = journal.find(DATABASE, CallFilter.ANY);

        assertEquals(
                List.of(3L, 4L, 5L),
                found.entries().stream().map(JournalEntry::number).toList());
        assertEquals(2, found.dropped());
    }

    @Test
    void allDatabasesTogetherStayWithinTheirMemory() {
        Journal journal = new Journal(new JournalBounds(1_000, 10_000, 40_000));
        CallSight large = answered("x", "y", List.of("a".repeat(3_000)), true);
        for (int i = 0; i < 50; i++) {
            journal.add(large);
        }

        Journal.Found found = journal.find(DATABASE, CallFilter.ANY);

        assertTrue(found.entries().size() <= 13, () -> found.entries().size() + " calls of 3 KB in 40 KB");
        assertEquals(50, found.last());
        assertEquals(50, found.dropped() + found.entries().size());
    }

    @Test
    void aClearedJournalForgetsCallsAndGoesOnCounting() {
        Journal journal = journal(ADA, BERT);

        journal.clear(DATABASE);
        journal.add(WRITE);

        Journal.Found found = journal.find(DATABASE, CallFilter.ANY);
        assertEquals(
                List.of(3L), found.entries().stream().map(JournalEntry::number).toList());
        assertEquals(0, found.dropped());
    }

    @Test
    void whoWaitsForACallGetsItWhenItComes() throws Exception {
        Journal journal = journal(ADA);
        CallFilter creates = CallFilter.of("res.partner", "create");

        CompletableFuture<Journal.Found> waiting =
                CompletableFuture.supplyAsync(() -> journal.await(DATABASE, creates, 2, Duration.ofSeconds(30)));
        journal.add(WRITE);
        journal.add(BERT);

        assertEquals(2, waiting.get().entries().size());
    }

    @Test
    void whoWaitsInVainGetsWhatThereIs() {
        Journal.Found found =
                journal(ADA).await(DATABASE, CallFilter.of("res.partner", "create"), 2, Duration.ofMillis(1));

        assertEquals(1, found.entries().size());
    }

    @Test
    void aVerificationThatHoldsSaysSo() {
        Verification twice = Verification.exactly(2, CallFilter.of("res.partner", "create"));

        assertTrue(journal(ADA, WRITE, BERT).verify(DATABASE, twice).holds());
        assertFalse(journal(ADA).verify(DATABASE, twice).holds());
        assertTrue(journal(ADA)
                .verify(DATABASE, Verification.never(CallFilter.of("*", "unlink")))
                .holds());
    }

    @Test
    void aVerificationThatFailsShowsWhatCameNear() {
        Verification twice = Verification.exactly(
                2, CallFilter.of("res.partner", "create").where(ArgumentCondition.set("values.email")));

        String text = journal(ADA, BERT, WRITE, SEARCH).verify(DATABASE, twice).text();

        assertEquals(
                """
                Expected exactly 2 calls of res.partner.create with values.email set; there was 1.
                  #1 10:00:00.000 admin res.partner.create(%s) → [7]
                Near misses:
                  #2 10:00:00.000 admin res.partner.create(vals_list=%s) → 8
                      values.email: expected a value, was ''
                  #3 10:00:00.000 admin res.partner.write([7, 8], {'credit_limit': 10}) → True
                      method: expected create, was write
                      values.email: expected a value, was missing
                """.formatted(
                                PythonRepr.of(ADA.args().get(0)),
                                PythonRepr.of(BERT.kwargs().get("vals_list"))),
                text);
    }

    @Test
    void tooManyCallsAreShown() {
        String text = journal(REFUSED)
                .verify(DATABASE, Verification.never(CallFilter.of("sale.order", "unlink")))
                .text();

        assertEquals("""
                Expected no calls of sale.order.unlink; there was 1.
                  #1 10:00:00.000 admin sale.order.unlink([3]) → odoo.exceptions.AccessError: No way
                """, text);
    }
}
