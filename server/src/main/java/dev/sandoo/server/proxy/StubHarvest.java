package dev.sandoo.server.proxy;

import dev.sandoo.server.journal.CallSight;
import dev.sandoo.server.journal.PlainValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Gathers answers of methods that Sandoo does not run, for a file of stubs. Ids are as they were, since seeds keep them and models
 * that Sandoo does not know have no others; where a client has made the record, any will do. Not thread-safe.
 */
final class StubHarvest {
    /** A run of a test suite asks the same thing again and again; so many different things are enough. */
    private static final int MOST = 5_000;

    private final BiPredicate<String, String> emulated;
    private final StubConditions conditions;
    private final Map<Question, List<Turn>> answers = new LinkedHashMap<>();

    /** @param when what a stub's {@code when} holds */
    private record Question(String model, String method, Map<String, Object> when) {}

    /** An answer that was given so many times in a row. */
    private record Turn(Map<String, Object> then, int times) {}

    StubHarvest(BiPredicate<String, String> emulated, KnownRecords known) {
        this.emulated = emulated;
        this.conditions = new StubConditions(known);
    }

    void accept(CallSight call) {
        boolean login = call.model().equals("common") || call.model().equals("web");
        if (login || emulated.test(call.model(), call.method())) {
            return;
        }
        CallSight masked = call.masked();
        Question question = new Question(call.model(), call.method(), conditions.of(masked.args(), masked.kwargs()));
        if (answers.containsKey(question) || answers.size() < MOST) {
            add(answers.computeIfAbsent(question, one -> new ArrayList<>()), answer(masked));
        }
    }

    private static void add(List<Turn> turns, Map<String, Object> then) {
        Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
        if (last != null && last.then().equals(then)) {
            turns.set(turns.size() - 1, new Turn(then, last.times() + 1));
        } else {
            turns.add(new Turn(then, 1));
        }
    }

    private static Map<String, Object> answer(CallSight call) {
        Map<String, Object> then = new LinkedHashMap<>();
        call.error()
                .ifPresentOrElse(
                        error -> then.put("error", TemplateText.literal(StubErrors.of(error))),
                        () -> then.put(
                                "value",
                                TemplateText.literal(PlainValue.of(call.answer().orElse(null)))));
        return then;
    }

    /**
     * The file, which docs/STUBS.md describes: the answers to each different call, in turn; the last one stays. Calls that many
     * conditions tell from others come first.
     */
    String yaml() {
        List<Object> stubs = new ArrayList<>();
        answers.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getKey().when().size()))
                .forEach(entry -> stubs.addAll(stubs(entry.getKey(), entry.getValue())));
        return Yaml.write("What a real Odoo answered where Sandoo has no answer of its own.", Map.of("stubs", stubs));
    }

    private static List<Map<String, Object>> stubs(Question question, List<Turn> turns) {
        List<Map<String, Object>> stubs = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Map<String, Object> stub = new LinkedHashMap<>();
            stub.put("model", question.model());
            stub.put("method", question.method());
            if (!question.when().isEmpty()) {
                stub.put("when", question.when());
            }
            if (i < turns.size() - 1) {
                stub.put("times", turns.get(i).times());
            }
            stub.put("then", turns.get(i).then());
            stubs.add(stub);
        }
        return stubs;
    }
}
