package dev.sandoo.server.domain;

import java.util.List;
import java.util.Objects;

/** A parsed domain. Immutable. {@code AllOf} of nothing is true, {@code AnyOf} of nothing is false. */
public sealed interface Condition {
    Condition TRUE = new AllOf(List.of());
    Condition FALSE = new AnyOf(List.of());

    <R> R accept(Visitor<R> visitor);

    /** Both this and the other hold. */
    default Condition and(Condition other) {
        return allOf(List.of(this, other));
    }

    /** A term of a field (or dotted path), an operator and a value. */
    static Condition term(String path, Operator operator, Object value) {
        return new Term(path, operator, value);
    }

    /** All hold; flattened, so that TRUE vanishes and a single part stands alone. */
    static Condition allOf(List<Condition> parts) {
        List<Condition> kept = parts.stream().filter(part -> !part.equals(TRUE)).toList();
        return kept.size() == 1 ? kept.get(0) : new AllOf(kept);
    }

    /** Any holds; flattened, so that FALSE vanishes and a single part stands alone. */
    static Condition anyOf(List<Condition> parts) {
        List<Condition> kept =
                parts.stream().filter(part -> !part.equals(FALSE)).toList();
        return kept.size() == 1 ? kept.get(0) : new AnyOf(kept);
    }

    /** Every reader of conditions handles every node. */
    interface Visitor<R> {
        R allOf(AllOf node);

        R anyOf(AnyOf node);

        R not(Not node);

        R term(Term node);
    }

    /** Every part holds. */
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.allOf(this);
        }
    }

    /** At least one part holds. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anyOf(this);
        }
    }

    /** The part does not hold. */
    record Not(Condition part) implements Condition {
        public Not {
            Objects.requireNonNull(part, "part");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /**
     * One comparison.
     *
     * @param path a field name or dotted path; {@code date_field.month_number} and the like included
     * @param value a wire value (may be null, Python's None), or a {@link Condition} for {@code any} and {@code not any}
     */
    record Term(String path, Operator operator, Object value) implements Condition {
        public Term {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(operator, "operator");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.term(this);
        }
    }
}
