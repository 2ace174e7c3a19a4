package dev.sandoo.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A parsed rule expression. Immutable; evaluated for each call, since it names the caller. */
public sealed interface RuleExpression {
    /** What the expression is worth: a wire value; a whole rule gives a domain. */
    Object value(RuleVariables variables);

    /** A number, text, truth value or None. */
    record Constant(Object constant) implements RuleExpression {
        @Override
        public Object value(RuleVariables variables) {
            return constant;
        }
    }

    /** A name and the attributes behind it. */
    record Path(String root, List<String> attributes) implements RuleExpression {
        public Path {
            attributes = List.copyOf(attributes);
        }

        @Override
        public Object value(RuleVariables variables) {
            return variables.value(root, attributes);
        }
    }

    /** {@code user.has_group('…')}. */
    record InGroup(String externalId) implements RuleExpression {
        @Override
        public Object value(RuleVariables variables) {
            return variables.hasGroup(externalId);
        }
    }

    /** A list or tuple. */
    record Items(List<RuleExpression> items) implements RuleExpression {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Object value(RuleVariables variables) {
            List<Object> values = new ArrayList<>();
            items.forEach(item -> values.add(item.value(variables)));
            return values;
        }
    }

    /** Two lists, one after the other. */
    record Joined(RuleExpression left, RuleExpression right) implements RuleExpression {
        @Override
        public Object value(RuleVariables variables) {
            List<Object> values = new ArrayList<>();
            for (RuleExpression part : List.of(left, right)) {
                if (part.value(variables) instanceof List<?> list) {
                    values.addAll(list);
                }
            }
            return values;
        }
    }

    /** {@code a and b}, {@code a or b}: as in Python, one of the two values. */
    record Either(RuleExpression left, RuleExpression right, boolean stopsAtTrue) implements RuleExpression {
        @Override
        public Object value(RuleVariables variables) {
            Object first = left.value(variables);
            return RuleTruth.of(first) == stopsAtTrue ? first : right.value(variables);
        }
    }

    /** {@code not a}. */
    record Negated(RuleExpression part) implements RuleExpression {
        @Override
        public Object value(RuleVariables variables) {
            return !RuleTruth.of(part.value(variables));
        }
    }

    /** {@code a == b}, {@code a != b}. */
    record Equal(RuleExpression left, RuleExpression right, boolean wanted) implements RuleExpression {
        @Override
        public Object value(RuleVariables variables) {
            return Objects.equals(left.value(variables), right.value(variables)) == wanted;
        }
    }

    /** {@code a in b}, {@code a not in b}. */
    record Member(RuleExpression item, RuleExpression list, boolean wanted) implements RuleExpression {
        @Override
        public Object value(RuleVariables variables) {
            Object all = list.value(variables);
            return (all instanceof List<?> values && values.contains(item.value(variables))) == wanted;
        }
    }

    /** {@code a if b else c}. */
    record Conditional(RuleExpression then, RuleExpression test, RuleExpression otherwise) implements RuleExpression {
        @Override
        public Object value(RuleVariables variables) {
            return RuleTruth.of(test.value(variables)) ? then.value(variables) : otherwise.value(variables);
        }
    }
}
