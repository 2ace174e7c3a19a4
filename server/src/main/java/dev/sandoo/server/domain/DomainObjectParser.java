package dev.sandoo.server.domain;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parser of versions whose domains are objects. Source: recorded answers, 19.0, {@code malformed-*} of orm_domains. */
final class DomainObjectParser implements DomainParser {
    @Override
    public Condition parse(Object wire) {
        if (wire instanceof Condition condition) {
            return condition;
        }
        if (wire instanceof Boolean constant) {
            return constant ? Condition.TRUE : Condition.FALSE;
        }
        if (wire instanceof List<?> items) {
            return parse(items);
        }
        throw PythonError.typeError("Domain() invalid argument type for domain: " + PythonRepr.of(wire));
    }

    private Condition parse(List<?> items) {
        ConditionBuilder builder = new ConditionBuilder();
        for (int i = items.size() - 1; i >= 0; i--) {
            if (!add(items.get(i), builder)) {
                throw PythonError.valueError("Domain() malformed domain " + PythonRepr.of(items));
            }
        }
        return builder.build();
    }

    /** Answers whether the item found its operands. */
    private boolean add(Object item, ConditionBuilder builder) {
        if ("&".equals(item) || "|".equals(item)) {
            return builder.join("|".equals(item));
        }
        if ("!".equals(item)) {
            return builder.negate();
        }
        if (item instanceof Condition condition) {
            builder.push(condition);
            return true;
        }
        if (!(item instanceof List<?> parts) || parts.size() != 3 || isInternal(parts.get(1))) {
            throw PythonError.valueError("Domain() invalid item in domain: " + PythonRepr.of(item));
        }
        builder.push(term(parts));
        return true;
    }

    private static boolean isInternal(Object operator) {
        return Operator.ANY_SUDO.text().equals(operator)
                || Operator.NOT_ANY_SUDO.text().equals(operator);
    }

    private Condition term(List<?> parts) {
        Object field = parts.get(0);
        if (!(field instanceof String path)) {
            return Constants.of(parts)
                    .orElseThrow(() -> PythonError.typeError("Domain() invalid arguments: " + PythonRepr.tuple(parts)));
        }
        if (path.isEmpty()) {
            throw PythonError.typeError("Empty field name in condition " + PythonRepr.tuple(parts));
        }
        if (!(parts.get(1) instanceof String written)) {
            throw PythonError.attributeError(
                    "'" + PythonRepr.typeName(parts.get(1)) + "' object has no attribute 'lower'");
        }
        Object value = parts.get(2) == null ? Boolean.FALSE : parts.get(2);
        Operator operator = Operator.of(written.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> PythonError.valueError("Invalid operator in condition " + PythonRepr.tuple(parts)));
        return Condition.term(path, operator, takesDomain(operator) ? subDomain(value) : value);
    }

    private static boolean takesDomain(Operator operator) {
        return operator == Operator.ANY || operator == Operator.NOT_ANY;
    }

    /** A wrong sub-domain is kept as it came: whether its field exists is found out, and said, before its shape is. */
    private Object subDomain(Object value) {
        try {
            return parse(value);
        } catch (PythonError wrong) {
            return value;
        }
    }

    /** The terms that stand for true and false: {@code (1, '=', 1)} and {@code (0, '=', 1)}. */
    static final class Constants {
        private Constants() {}

        static Optional<Condition> of(List<?> parts) {
            if (!"=".equals(parts.get(1)) || !isNumber(parts.get(2), 1)) {
                return Optional.empty();
            }
            if (isNumber(parts.get(0), 1)) {
                return Optional.of(Condition.TRUE);
            }
            return isNumber(parts.get(0), 0) ? Optional.of(Condition.FALSE) : Optional.empty();
        }

        /** Python's equality, for which True is 1 and 1.0 is 1. */
        private static boolean isNumber(Object value, int number) {
            if (value instanceof Boolean flag) {
                return flag == (number == 1);
            }
            return value instanceof Number given && given.doubleValue() == number;
        }
    }
}
