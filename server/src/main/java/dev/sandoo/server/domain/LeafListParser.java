package dev.sandoo.server.domain;

import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parser of versions whose domains are plain lists of leaves. It works in the old order, which decides what an error says:
 * operands are counted, a domain that can match nothing is recognised, negation goes down to the leaves, leaves are checked.
 * Source: recorded answers, 14.0, {@code malformed-*} of orm_domains.
 */
final class LeafListParser implements DomainParser {
    @Override
    public Condition parse(Object wire) {
        if (wire instanceof Condition condition) {
            return condition;
        }
        if (!(wire instanceof List<?> items)) {
            throw PythonError.of(
                    "AssertionError",
                    "Domains to normalize must have a 'domain' form: a list or tuple of domain components");
        }
        countOperands(items);
        Condition shape = tree(items, LeafListParser::constant);
        if (Leaves.matchesNothing(shape)) {
            return Condition.FALSE;
        }
        checkLeaves(items);
        return Leaves.NEGATION.pushDown(tree(items, LeafListParser::leaf));
    }

    private static void countOperands(List<?> items) {
        int expected = 1;
        for (Object item : items) {
            if (expected == 0) {
                expected = 1;
            }
            expected += arity(item) - 1;
        }
        if (expected != 0 && !items.isEmpty()) {
            throw PythonError.of("AssertionError", "This domain is syntactically not correct: " + PythonRepr.of(items));
        }
    }

    private static int arity(Object item) {
        if ("&".equals(item) || "|".equals(item)) {
            return 2;
        }
        return "!".equals(item) ? 1 : 0;
    }

    private interface LeafReader {
        Condition read(Object leaf);
    }

    private static Condition tree(List<?> items, LeafReader reader) {
        ConditionBuilder builder = new ConditionBuilder();
        for (int i = items.size() - 1; i >= 0; i--) {
            Object item = items.get(i);
            switch (arity(item)) {
                case 2 -> builder.join("|".equals(item));
                case 1 -> builder.negate();
                default -> builder.push(reader.read(item));
            }
        }
        return builder.build();
    }

    /** A leaf as far as it tells whether the domain can match anything. */
    private static Condition constant(Object item) {
        checkShape(item);
        if (!(item instanceof List<?> parts)) {
            return Condition.term("", Operator.EQUALS, item);
        }
        Optional<Condition> constant = parts.size() == 3 ? DomainObjectParser.Constants.of(parts) : Optional.empty();
        Operator operator = Operator.of(String.valueOf(parts.get(1))).orElse(Operator.EQUALS);
        return constant.orElseGet(
                () -> Condition.term(String.valueOf(parts.get(0)), operator, parts.size() > 2 ? parts.get(2) : ""));
    }

    /** What Python says when it looks for the second part of something too short. */
    private static void checkShape(Object item) {
        if (item instanceof List<?> parts) {
            if (parts.size() < 2) {
                throw PythonError.of("IndexError", "tuple index out of range");
            }
        } else if (item instanceof Map) {
            throw PythonError.typeError("unhashable type: 'dict'");
        } else if (!(item instanceof String text)) {
            throw PythonError.typeError("object of type '" + PythonRepr.typeName(item) + "' has no len()");
        } else if (text.length() < 2) {
            throw PythonError.of("IndexError", "string index out of range");
        }
    }

    private static void checkLeaves(List<?> items) {
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            if (arity(item) == 0 && !isValid(item)) {
                throw invalid(item);
            }
            if ("!".equals(item) && i + 1 < items.size() && items.get(i + 1) instanceof List<?> negated) {
                refuseNegatedConstant(negated);
            }
        }
    }

    private static boolean isValid(Object item) {
        if (!(item instanceof List<?> parts) || parts.size() != 3) {
            return false;
        }
        if (DomainObjectParser.Constants.of(parts).isPresent()) {
            return true;
        }
        return parts.get(0) instanceof String path
                && !path.isEmpty()
                && parts.get(1) instanceof String written
                && Operator.of(written).filter(Leaves::isKnown).isPresent();
    }

    private static PythonError invalid(Object item) {
        if (!(item instanceof List<?> parts)) {
            return PythonError.valueError("Invalid leaf " + PythonRepr.text(item));
        }
        for (Object part : parts) {
            if (part instanceof Collection || part instanceof Map) {
                return PythonError.typeError("unhashable type: '" + PythonRepr.typeName(part) + "'");
            }
        }
        return PythonError.valueError("Invalid leaf " + PythonRepr.tuple(parts));
    }

    /** The old way to negate turns the operator around without asking what the leaf means. */
    private static void refuseNegatedConstant(List<?> parts) {
        if (parts.size() == 3 && DomainObjectParser.Constants.of(parts).isPresent()) {
            throw PythonError.valueError("Invalid leaf " + PythonRepr.tuple(parts.get(0), "!=", parts.get(2)));
        }
    }

    private static Condition leaf(Object item) {
        List<?> parts = (List<?>) item;
        Optional<Condition> constant = DomainObjectParser.Constants.of(parts);
        if (constant.isPresent()) {
            return constant.get();
        }
        Operator operator = Operator.of((String) parts.get(1)).orElseThrow();
        return Leaves.normalize(new Term((String) parts.get(0), operator, parts.get(2)));
    }
}
