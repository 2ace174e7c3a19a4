package dev.sandoo.server.scenario;

import dev.sandoo.server.error.PythonRepr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares an answer with the recorded one. Ids are matched: the first time a recorded id is met in an answer, what stands in its
 * place stands for it from then on. Used in one thread.
 */
final class Comparison {
    private static final double ROUNDING = 1e-9;
    private static final int SHOWN = 120;
    private static final int MOST = 20;
    private static final Set<String> RECORDS = Set.of("read", "search_read", "web_read", "web_search_read", "web_save");

    private final Models models;
    private final Matches matches;
    private final SecretBook secrets;
    private final TextComparison texts;
    private final List<String> differences = new ArrayList<>();

    Comparison(Models models, Matches matches, SecretBook secrets, TextComparison texts) {
        this.models = models;
        this.matches = matches;
        this.secrets = secrets;
        this.texts = texts;
    }

    /** How an answer differs from the recorded one, a line for each place; empty when it does not. */
    List<String> result(ScenarioStep step, Object actual) {
        Object recorded = step.result().orElse(null);
        String method = step.method();
        if (method.equals("create") || method.equals("copy") || method.equals("search")) {
            ids("result", step.model(), recorded, actual);
        } else if (method.equals("name_search") || method.equals("name_get")) {
            pairs("result", step.model(), recorded, actual);
        } else if (RECORDS.contains(method)) {
            value("result", step.model(), recorded, actual);
        } else {
            value("result", "", recorded, actual);
        }
        return differences;
    }

    /** How an error differs from the recorded one. */
    List<String> failure(ScenarioStep.Failure recorded, ScenarioStep.Failure actual) {
        if (!recorded.name().isEmpty() && !recorded.name().equals(actual.name())) {
            differ("error", recorded.name(), actual.name());
        }
        if (!TextComparison.withoutNumbers(recorded.message())
                .equals(TextComparison.withoutNumbers(actual.message()))) {
            differ("error message", recorded.message(), actual.message());
        }
        return differences;
    }

    private void ids(String place, String model, Object recorded, Object actual) {
        if (recorded instanceof Integer was && single(actual) instanceof Integer is) {
            if (!matches.match(model, was, is)) {
                differ(place, matches.id(model, was) + " (recorded as " + was + ")", is);
            }
        } else if (recorded instanceof List<?> many && actual instanceof List<?> others) {
            items(place, many, others, (at, one, other) -> ids(at, model, one, other));
        } else if (recorded instanceof List<?> many && many.size() == 1) {
            ids(place, model, many.get(0), actual);
        } else {
            value(place, "", recorded, actual);
        }
    }

    /** JSON-2 answers new records as a list always, other dialects a single one as its id. */
    private static Object single(Object actual) {
        return actual instanceof List<?> list && list.size() == 1 ? list.get(0) : actual;
    }

    private void pairs(String place, String model, Object recorded, Object actual) {
        if (recorded instanceof List<?> many && actual instanceof List<?> others) {
            items(place, many, others, (at, one, other) -> pair(at, model, one, other));
        } else {
            value(place, "", recorded, actual);
        }
    }

    /** {@code [id, name]}, as many2one fields are read. */
    private void pair(String place, String model, Object recorded, Object actual) {
        if (recorded instanceof List<?> was && actual instanceof List<?> is && was.size() == 2 && is.size() == 2) {
            ids(place + "[0]", model, was.get(0), is.get(0));
            value(place + "[1]", "", was.get(1), is.get(1));
        } else {
            ids(place, model, recorded, actual);
        }
    }

    /** @param model whose records maps are; empty when they are none */
    private void value(String place, String model, Object recorded, Object actual) {
        Optional<SecretReference> secret = SecretReference.of(recorded);
        if (secret.isPresent() && actual instanceof String text) {
            secrets.learn(secret.get(), text);
        } else if (recorded instanceof Map<?, ?> was && actual instanceof Map<?, ?> is) {
            members(place, model, was, is);
        } else if (recorded instanceof List<?> was && actual instanceof List<?> is) {
            items(place, was, is, (at, one, other) -> value(at, model, one, other));
        } else if (!isSame(recorded, actual)) {
            differ(place, recorded, actual);
        }
    }

    private void members(String place, String model, Map<?, ?> recorded, Map<?, ?> actual) {
        recorded.forEach((name, was) -> {
            String at = place + "." + name;
            if (!actual.containsKey(name)) {
                add(at + ": is missing");
            } else {
                field(at, model, String.valueOf(name), was, actual.get(name));
            }
        });
        actual.keySet().stream()
                .filter(name -> !recorded.containsKey(name))
                .forEach(name -> add(place + "." + name + ": was not in the recording"));
    }

    private void field(String place, String model, String name, Object recorded, Object actual) {
        if (name.equals("id") && !model.isEmpty()) {
            ids(place, model, recorded, actual);
            return;
        }
        Optional<Models.Kind> kind = models.field(model, name);
        Optional<String> comodel = kind.flatMap(Models.Kind::comodel);
        if (comodel.isEmpty()) {
            value(place, kind.isPresent() ? "" : model, recorded, actual);
        } else if (recorded instanceof Map || actual instanceof Map || isListOfMaps(recorded)) {
            value(place, comodel.get(), recorded, actual);
        } else if (kind.get().type().isToMany()) {
            ids(place, comodel.get(), recorded, actual);
        } else {
            pair(place, comodel.get(), recorded, actual);
        }
    }

    private static boolean isListOfMaps(Object value) {
        return value instanceof List<?> items && !items.isEmpty() && items.get(0) instanceof Map;
    }

    @FunctionalInterface
    private interface ItemComparison {
        void compare(String place, Object recorded, Object actual);
    }

    private void items(String place, List<?> recorded, List<?> actual, ItemComparison comparison) {
        if (recorded.size() != actual.size()) {
            differ(place, recorded.size() + " items", actual.size() + " items");
            return;
        }
        for (int i = 0; i < recorded.size(); i++) {
            comparison.compare(place + "[" + i + "]", recorded.get(i), actual.get(i));
        }
    }

    private boolean isSame(Object recorded, Object actual) {
        if (recorded instanceof Integer was && actual instanceof Integer is) {
            return was.equals(is) || matches.stands(was, is);
        }
        if (recorded instanceof Number was && actual instanceof Number is) {
            double difference = Math.abs(was.doubleValue() - is.doubleValue());
            return difference <= ROUNDING * Math.max(1, Math.abs(was.doubleValue()));
        }
        if (recorded instanceof String was && actual instanceof String is) {
            return texts.isSame(was, is);
        }
        return recorded == null ? actual == null : recorded.equals(actual);
    }

    private void differ(String place, Object recorded, Object actual) {
        add(place + ": was " + shown(recorded) + " when recorded, is " + shown(actual));
    }

    private void add(String line) {
        if (differences.size() < MOST) {
            differences.add(line);
        } else if (differences.size() == MOST) {
            differences.add("… and more");
        }
    }

    private static String shown(Object value) {
        String text = PythonRepr.of(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
