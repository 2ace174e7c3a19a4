package dev.sandoo.server.journal;

import dev.sandoo.server.document.Glob;
import dev.sandoo.server.journal.ArgumentCondition.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads which calls somebody asks for from a document:
 *
 * <pre>{@code
 * {"model": "res.partner", "method": "create", "user": "admin", "outcome": "ok", "key": 3, "since": 17,
 *  "where": {"values.email": {"set": true}, "values.name": "Ada"}, "exactly": 2}
 * }</pre>
 *
 * In {@code where} a plain value means that the place holds the same; a map with one of {@code equals}, {@code not},
 * {@code set}, {@code contains}, {@code matches}, {@code in}, {@code above} and {@code below} compares otherwise.
 */
public final class QueryReader {
    private static final Set<String> OF_FILTER = Set.of("model", "method", "outcome", "user", "key", "since", "where");
    private static final Set<String> COUNTS = Set.of("exactly", "at_least", "at_most", "never");

    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "equals", Comparison.EQUALS,
            "not", Comparison.NOT,
            "set", Comparison.SET,
            "contains", Comparison.CONTAINS,
            "matches", Comparison.MATCHES,
            "in", Comparison.IN,
            "above", Comparison.ABOVE,
            "below", Comparison.BELOW);

    private QueryReader() {}

    /**
     * Which calls are meant.
     *
     * @throws BadQueryException that names the member that is wrong
     */
    public static CallFilter filter(Map<?, ?> document) {
        refuseOthers(document, OF_FILTER);
        return read(document);
    }

    /**
     * How many there should be of which calls; without a number, at least one.
     *
     * @throws BadQueryException that names the member that is wrong
     */
    public static Verification verification(Map<?, ?> document) {
        Set<String> known = new LinkedHashSet<>(OF_FILTER);
        known.addAll(COUNTS);
        refuseOthers(document, known);
        CallFilter filter = read(document);
        if (Boolean.TRUE.equals(document.get("never"))) {
            refuseBeside(document, "never");
            return Verification.never(filter);
        }
        if (document.containsKey("exactly")) {
            refuseBeside(document, "exactly");
            return Verification.exactly(count(document, "exactly").orElseThrow(), filter);
        }
        Optional<Long> least = count(document, "at_least");
        Optional<Long> most = count(document, "at_most");
        if (least.isEmpty() && most.isEmpty()) {
            return Verification.atLeast(1, filter);
        }
        if (most.isPresent() && most.get() < least.orElse(0L)) {
            throw new BadQueryException("at_most", "is less than at_least");
        }
        return new Verification(filter, least.orElse(0L), most.orElse(Long.MAX_VALUE));
    }

    private static CallFilter read(Map<?, ?> document) {
        return new CallFilter(
                text(document, "model").map(Glob::new),
                text(document, "method").map(Glob::new),
                text(document, "outcome"),
                name(document, "user"),
                name(document, "key"),
                count(document, "since").orElse(0L),
                conditions(document.get("where")));
    }

    /** A name, or the id in its place. */
    private static Optional<String> name(Map<?, ?> document, String member) {
        return document.get(member) instanceof Integer id ? Optional.of(id.toString()) : text(document, member);
    }

    private static List<ArgumentCondition> conditions(Object where) {
        if (where == null) {
            return List.of();
        }
        if (!(where instanceof Map<?, ?> places)) {
            throw new BadQueryException("where", "is no object of places and what they should hold");
        }
        List<ArgumentCondition> conditions = new ArrayList<>();
        places.forEach((place, wanted) -> add(conditions, String.valueOf(place), wanted));
        return conditions;
    }

    private static void add(List<ArgumentCondition> conditions, String place, Object wanted) {
        CallPath path = new CallPath(place);
        if (place.isBlank() || place.startsWith(".")) {
            throw new BadQueryException("where", "has a place without a name");
        }
        if (wanted instanceof Map<?, ?> comparisons) {
            comparisons.forEach((word, operand) -> conditions.add(condition(path, String.valueOf(word), operand)));
        } else {
            conditions.add(new ArgumentCondition(path, Comparison.EQUALS, wanted));
        }
    }

    private static ArgumentCondition condition(CallPath path, String word, Object operand) {
        String place = "where." + path;
        Comparison comparison = COMPARISONS.get(word);
        if (comparison == null) {
            throw new BadQueryException(
                    place,
                    "compares by '" + word + "', which is none of "
                            + String.join(", ", new TreeSet<>(COMPARISONS.keySet())));
        }
        if (comparison == Comparison.SET && !(operand instanceof Boolean)) {
            throw new BadQueryException(place + ".set", "is neither true nor false");
        }
        if (comparison == Comparison.IN && !(operand instanceof List)) {
            throw new BadQueryException(place + ".in", "is no list");
        }
        if (comparison == Comparison.MATCHES) {
            requirePattern(place, operand);
        }
        return new ArgumentCondition(path, comparison, operand);
    }

    private static void requirePattern(String place, Object operand) {
        try {
            Pattern.compile(String.valueOf(operand));
        } catch (PatternSyntaxException error) {
            throw new BadQueryException(place + ".matches", "is no regular expression: " + error.getDescription());
        }
    }

    private static Optional<String> text(Map<?, ?> document, String member) {
        Object value = document.get(member);
        if (value != null && !(value instanceof String)) {
            throw new BadQueryException(member, "is no text");
        }
        return Optional.ofNullable((String) value);
    }

    private static Optional<Long> count(Map<?, ?> document, String member) {
        Object value = document.get(member);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Integer || value instanceof Long) || ((Number) value).longValue() < 0) {
            throw new BadQueryException(member, "is no number from 0");
        }
        return Optional.of(((Number) value).longValue());
    }

    private static void refuseBeside(Map<?, ?> document, String member) {
        for (String other : COUNTS) {
            if (!other.equals(member) && document.containsKey(other)) {
                throw new BadQueryException(other, "makes no sense beside " + member);
            }
        }
    }

    private static void refuseOthers(Map<?, ?> document, Set<String> known) {
        for (Object member : document.keySet()) {
            if (!known.contains(member)) {
                throw new BadQueryException(
                        String.valueOf(member), "is not known; there are " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }
}
