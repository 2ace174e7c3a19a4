package dev.sandoo.server.proxy;

import dev.sandoo.server.journal.CallSight;
import dev.sandoo.server.journal.PlainValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Gathers answers of methods that Sandoo does not run, for a file of stubs. Thread-safe. */
final class StubHarvest {
    /** A run of a test suite asks the same thing again and again; so many different things are enough. */
    private static final int MOST = 5_000;

    private static final String ANY_RECORDS = "{any records}";

    private final BiPredicate<String, String> emulated;
    private final Map<Question, Map<String, Object>> answers = new LinkedHashMap<>();

    private record Question(String model, String method, List<Object> args, Map<String, Object> kwargs) {}

    StubHarvest(BiPredicate<String, String> emulated) {
        this.emulated = emulated;
    }

    synchronized void accept(CallSight call) {
        boolean login = call.model().equals("common") || call.model().equals("web");
        if (login || emulated.test(call.model(), call.method()) || answers.size() >= MOST) {
            return;
        }
        CallSight masked = call.masked();
        Question question =
                new Question(call.model(), call.method(), withoutIds(masked.args()), PlainValue.of(masked.kwargs()));
        answers.put(question, answer(masked));
    }

    /** Ids are others in a database that seeds have filled: a stub answers for whichever records. */
    private static List<Object> withoutIds(List<Object> args) {
        List<Object> plain = PlainValue.of(args);
        if (!plain.isEmpty()
                && (plain.get(0) instanceof Integer
                        || plain.get(0) instanceof List<?> ids
                                && !ids.isEmpty()
                                && ids.stream().allMatch(Integer.class::isInstance))) {
            plain.set(0, ANY_RECORDS);
        }
        return plain;
    }

    private static Map<String, Object> answer(CallSight call) {
        Map<String, Object> then = new LinkedHashMap<>();
        call.error()
                .ifPresentOrElse(
                        error -> then.put("error", StubErrors.of(error)),
                        () -> then.put("value", PlainValue.of(call.answer().orElse(null))));
        return then;
    }

    /** The file, which docs/STUBS.md describes: one stub for each different call, which answers what was last answered to it. */
    synchronized String yaml() {
        return Yaml.write(
                "What a real Odoo answered where Sandoo has no answer of its own.",
                Map.of(
                        "stubs",
                        answers.entrySet().stream()
                                .map(entry -> stub(entry.getKey(), entry.getValue()))
                                .toList()));
    }

    private static Map<String, Object> stub(Question question, Map<String, Object> then) {
        Map<String, Object> when = new LinkedHashMap<>();
        for (int i = 0; i < question.args().size(); i++) {
            if (ANY_RECORDS.equals(question.args().get(i))) {
                continue;
            }
            when.put("args." + i, Map.of("equals", orFalse(question.args().get(i))));
        }
        question.kwargs().forEach((name, value) -> {
            if (!name.equals("context") && !name.equals("ids")) {
                when.put("kwargs." + name, Map.of("equals", orFalse(value)));
            }
        });
        Map<String, Object> stub = new LinkedHashMap<>();
        stub.put("model", question.model());
        stub.put("method", question.method());
        if (!when.isEmpty()) {
            stub.put("when", when);
        }
        stub.put("then", then);
        return stub;
    }

    private static Object orFalse(Object value) {
        return value == null ? Boolean.FALSE : value;
    }
}
