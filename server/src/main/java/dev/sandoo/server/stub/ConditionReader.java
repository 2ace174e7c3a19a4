package dev.sandoo.server.stub;

import dev.sandoo.server.document.Nearest;
import dev.sandoo.server.document.Node;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.error.OdooError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what arguments have to be: a value they equal, or a table of tests. */
final class ConditionReader {
    private static final Set<String> TESTS =
            Set.of("equals", "in", "contains", "matches", "present", "above", "below", "size", "not", "any", "domain");

    /** Shorter names are near to too many others. */
    private static final int LONG = 5;

    private final DomainParser domains;

    ConditionReader(DomainParser domains) {
        this.domains = domains;
    }

    /** The conditions of a stub by the path to the argument. */
    Map<ValuePath, ValueCondition> readAll(Node when) {
        Map<ValuePath, ValueCondition> conditions = new LinkedHashMap<>();
        when.entries().forEach((path, node) -> {
            if (ValuePath.FORM.matcher(path).matches()) {
                conditions.put(ValuePath.of(path), read(node));
            } else {
                node.problem("is no path; write it as in args.0.email");
            }
        });
        return conditions;
    }

    private ValueCondition read(Node node) {
        boolean tests = node.isTable() && node.entries().keySet().stream().anyMatch(TESTS::contains);
        if (!tests) {
            if (node.isTable()) {
                node.entries().forEach(ConditionReader::doubt);
            }
            return ValueCondition.equalTo(node.plain());
        }
        List<ValueCondition> all = new ArrayList<>();
        node.entries().forEach((name, operand) -> test(name, operand).ifPresent(all::add));
        return ValueCondition.all(all);
    }

    /** A table whose member is nearly called like a test was hardly meant as a value. */
    private static void doubt(String name, Node member) {
        if (name.length() >= LONG) {
            Nearest.of(name, TESTS)
                    .filter(near -> near.length() >= LONG)
                    .ifPresent(near -> member.problem(
                            "is no test; did you mean " + near + "? A table to be equal to goes under equals"));
        }
    }

    private Optional<ValueCondition> test(String name, Node operand) {
        return switch (name) {
            case "equals" -> Optional.of(ValueCondition.equalTo(operand.plain()));
            case "in" ->
                Optional.of(ValueCondition.oneOf(
                        operand.items().stream().map(Node::plain).toList()));
            case "contains" -> Optional.of(ValueCondition.containing(operand.plain()));
            case "matches" -> pattern(operand).map(ValueCondition::matching);
            case "present" -> operand.flag().map(ValueCondition::present);
            case "above" -> operand.decimal(-Double.MAX_VALUE, Double.MAX_VALUE).map(ValueCondition::above);
            case "below" -> operand.decimal(-Double.MAX_VALUE, Double.MAX_VALUE).map(ValueCondition::below);
            case "size" -> operand.number(0, Integer.MAX_VALUE).map(ValueCondition::ofSize);
            case "not" -> Optional.of(ValueCondition.not(read(operand)));
            case "any" -> Optional.of(ValueCondition.any(read(operand)));
            case "domain" -> domain(operand);
            default -> {
                operand.problem("is no test; known are "
                        + String.join(", ", TESTS.stream().sorted().toList()) + ", and equals takes a table as it is");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Pattern> pattern(Node operand) {
        return operand.text().flatMap(text -> {
            try {
                return Optional.of(Pattern.compile(text, Pattern.DOTALL));
            } catch (PatternSyntaxException e) {
                operand.problem("is no regular expression: " + e.getDescription());
                return Optional.empty();
            }
        });
    }

    private Optional<ValueCondition> domain(Node operand) {
        try {
            return Optional.of(ValueCondition.inDomain(domains.parse(operand.plain())));
        } catch (OdooError e) {
            operand.problem("is no domain: " + e.getMessage());
            return Optional.empty();
        }
    }
}
