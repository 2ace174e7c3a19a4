package dev.sandoo.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * A condition on records, built from comparisons of fields: {@code Domain.field("name").like("Azure").and(...)}. Immutable.
 * Field names may be paths, such as {@code country_id.code}.
 */
public final class Domain {
    private static final Domain ALL = new Domain(List.of());

    /** Odoo's own form: operators stand before what they join. */
    private final List<Object> terms;

    private Domain(List<Object> terms) {
        this.terms = List.copyOf(terms);
    }

    /** Every record. */
    public static Domain all() {
        return ALL;
    }

    /** Starts a comparison; what follows names the operator. */
    public static Field field(String path) {
        return new Field(path);
    }

    /** Records that match both. */
    public Domain and(Domain other) {
        if (terms.isEmpty()) {
            return other;
        }
        return other.terms.isEmpty() ? this : joined("&", other);
    }

    /** Records that match either. */
    public Domain or(Domain other) {
        return terms.isEmpty() || other.terms.isEmpty() ? ALL : joined("|", other);
    }

    /**
     * Records that do not match.
     *
     * @throws IllegalStateException for {@link #all()}, whose opposite Odoo cannot write
     */
    public Domain not() {
        if (terms.isEmpty()) {
            throw new IllegalStateException("there is no domain for no records; compare id with an empty list instead");
        }
        List<Object> negated = new ArrayList<>(List.of("!"));
        negated.addAll(terms);
        return new Domain(negated);
    }

    /** The domain as Odoo's methods take it: a list of operators and of lists of field, operator and value. */
    public List<Object> toList() {
        return terms;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Domain domain && terms.equals(domain.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return terms.toString();
    }

    private Domain joined(String operator, Domain other) {
        List<Object> all = new ArrayList<>(terms.size() + other.terms.size() + 1);
        all.add(operator);
        all.addAll(terms);
        all.addAll(other.terms);
        return new Domain(all);
    }

    /** A field that waits for its comparison. */
    public static final class Field {
        private final String path;

        private Field(String path) {
            this.path = Objects.requireNonNull(path, "path");
        }

        /** Equal to a value; for a relation, an id. */
        public Domain is(Object value) {
            return compare("=", value);
        }

        public Domain isNot(Object value) {
            return compare("!=", value);
        }

        /** Has any value. */
        public Domain isSet() {
            return compare("!=", false);
        }

        /** Has no value. */
        public Domain isUnset() {
            return compare("=", false);
        }

        public Domain in(Collection<?> values) {
            return compare("in", List.copyOf(values));
        }

        public Domain notIn(Collection<?> values) {
            return compare("not in", List.copyOf(values));
        }

        public Domain lessThan(Object value) {
            return compare("<", value);
        }

        public Domain atMost(Object value) {
            return compare("<=", value);
        }

        public Domain greaterThan(Object value) {
            return compare(">", value);
        }

        public Domain atLeast(Object value) {
            return compare(">=", value);
        }

        /** Contains a text, letter case counted. */
        public Domain like(String text) {
            return compare("like", text);
        }

        /** Contains a text, whatever its letter case. */
        public Domain ilike(String text) {
            return compare("ilike", text);
        }

        /** Matches a whole SQL pattern, in which {@code %} stands for any text and {@code _} for any letter. */
        public Domain matches(String pattern) {
            return compare("=like", pattern);
        }

        /** Lies below a record of the same kind, or is it. */
        public Domain childOf(int id) {
            return compare("child_of", id);
        }

        /** Any other operator of Odoo's. */
        public Domain compare(String operator, Object value) {
            Objects.requireNonNull(value, "value: compare with isUnset() instead of null");
            return new Domain(List.of(List.of(path, operator, value)));
        }
    }
}
