package dev.sandoo.server.domain;

import dev.sandoo.server.domain.Condition.AllOf;
import dev.sandoo.server.domain.Condition.AnyOf;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.error.PythonRepr;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Tells whether a record fits a condition by its values alone, without a database. It knows wire values, for which
 * {@code false} is "no value": a missing text equals the empty one, a missing number zero, and a negative holds exactly where
 * its positive does not. Trees ({@code child_of}) it cannot climb.
 */
public final class Matcher implements Condition.Visitor<Boolean> {
    private final Values values;

    private Matcher(Values values) {
        this.values = values;
    }

    /** What is known of a record. */
    public interface Values {
        /** The value of a field: {@code false} for none, an id or a list of ids for relational fields. */
        Object value(String field);

        /** The records that a relational field leads to. */
        List<Values> records(String field);
    }

    /**
     * Whether the record fits.
     *
     * @throws UnsupportedOperationException for {@code child_of} and {@code parent_of}
     */
    public static boolean matches(Condition condition, Values record) {
        return condition.accept(new Matcher(record));
    }

    @Override
    public Boolean allOf(AllOf node) {
        return node.parts().stream().allMatch(part -> part.accept(this));
    }

    @Override
    public Boolean anyOf(AnyOf node) {
        return node.parts().stream().anyMatch(part -> part.accept(this));
    }

    @Override
    public Boolean not(Not node) {
        return !node.part().accept(this);
    }

    @Override
    public Boolean term(Term term) {
        int dot = term.path().indexOf('.');
        if (dot >= 0) {
            Term onward = new Term(term.path().substring(dot + 1), term.operator(), term.value());
            return leads(term.path().substring(0, dot), onward);
        }
        Operator operator = term.operator().canonical();
        if (operator.isNegative()) {
            return !positive(term, operator.opposite().orElseThrow());
        }
        return positive(term, operator);
    }

    private boolean leads(String field, Condition condition) {
        return values.records(field).stream().anyMatch(record -> matches(condition, record));
    }

    private boolean positive(Term term, Operator operator) {
        Object own = values.value(term.path());
        return switch (operator) {
            case EQUALS ->
                isAny(
                        own,
                        term.value() instanceof Collection<?> items
                                ? orMissing(items)
                                : List.of(present(term.value())));
            case IN -> isAny(own, term.value() instanceof Collection<?> items ? items : single(term.value()));
            case EQUALS_IF_SET ->
                !Truth.of(term.value())
                        || positive(new Term(term.path(), Operator.EQUALS, term.value()), Operator.EQUALS);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> compares(own, operator, term.value());
            case LIKE, ILIKE, EQUALS_LIKE, EQUALS_ILIKE -> isLike(own, operator, term.value());
            case ANY, ANY_SUDO -> leads(term.path(), (Condition) term.value());
            default -> throw new UnsupportedOperationException("no tree to climb for " + operator.text());
        };
    }

    private static Object present(Object value) {
        return value == null ? Boolean.FALSE : value;
    }

    private static Collection<?> orMissing(Collection<?> items) {
        return items.isEmpty() ? List.of(false) : items;
    }

    private static Collection<?> single(Object value) {
        return Truth.of(value) ? List.of(value) : List.of();
    }

    private static boolean isAny(Object own, Collection<?> members) {
        if (own instanceof Collection<?> ids) {
            return members.stream().anyMatch(member -> Truth.of(member) ? ids.contains(member) : ids.isEmpty());
        }
        return members.stream().anyMatch(member -> isEqual(own, member));
    }

    private static boolean isEqual(Object own, Object member) {
        if (!Truth.of(own) || !Truth.of(member)) {
            return Truth.of(own) == Truth.of(member);
        }
        if (own instanceof Number left && member instanceof Number right) {
            return left.doubleValue() == right.doubleValue();
        }
        return own.equals(member);
    }

    private static boolean compares(Object own, Operator operator, Object bound) {
        int order = own instanceof Number || bound instanceof Number
                ? Double.compare(number(own), number(bound))
                : text(own).compareTo(text(bound));
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static String text(Object value) {
        return Truth.of(value) ? PythonRepr.text(value) : "";
    }

    private static boolean isLike(Object own, Operator operator, Object pattern) {
        boolean whole = operator == Operator.EQUALS_LIKE || operator == Operator.EQUALS_ILIKE;
        if (!Truth.of(pattern)) {
            return !whole || !Truth.of(own);
        }
        if (Boolean.FALSE.equals(own)) {
            return false; // a missing text matches no pattern, not even one that the empty text would match
        }
        boolean anyCase = operator == Operator.ILIKE || operator == Operator.EQUALS_ILIKE;
        String written = whole ? text(pattern) : "%" + text(pattern) + "%";
        String given = PythonRepr.text(own);
        return anyCase
                ? LikePattern.of(written.toLowerCase(Locale.ROOT)).matches(given.toLowerCase(Locale.ROOT))
                : LikePattern.of(written).matches(given);
    }
}
