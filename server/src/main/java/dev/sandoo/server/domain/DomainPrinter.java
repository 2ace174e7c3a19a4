package dev.sandoo.server.domain;

import dev.sandoo.server.domain.Condition.AllOf;
import dev.sandoo.server.domain.Condition.AnyOf;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.error.PythonRepr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes conditions back as domains: wire values for clients, Python's notation for error texts. */
public final class DomainPrinter {
    private DomainPrinter() {}

    /** The domain as a wire value, with every {@code &} written out, as Odoo answers it. */
    public static List<Object> wire(Condition condition) {
        List<Object> items = new ArrayList<>();
        condition.accept(new Writer(items));
        return items;
    }

    /** The domain as Python writes a list of tuples. */
    public static String repr(Condition condition) {
        return wire(condition).stream().map(DomainPrinter::item).collect(Collectors.joining(", ", "[", "]"));
    }

    /** One term as Python writes a tuple: {@code ('name', '=', 'x')}. */
    public static String repr(Term term) {
        return tuple(term.path(), term.operator().text(), term.value());
    }

    private static String item(Object item) {
        return item instanceof List<?> parts
                ? tuple(parts.get(0), String.valueOf(parts.get(1)), parts.get(2))
                : PythonRepr.of(item);
    }

    private static String tuple(Object field, String operator, Object value) {
        String written = value instanceof Condition part ? repr(part) : PythonRepr.of(value);
        return "(" + PythonRepr.of(field) + ", " + PythonRepr.of(operator) + ", " + written + ")";
    }

    /** Appends a condition in prefix notation. */
    private record Writer(List<Object> items) implements Condition.Visitor<Void> {
        private static final List<Object> TRUE = List.of(1, "=", 1);
        private static final List<Object> FALSE = List.of(0, "=", 1);

        @Override
        public Void allOf(AllOf node) {
            return join("&", TRUE, node.parts());
        }

        @Override
        public Void anyOf(AnyOf node) {
            return join("|", FALSE, node.parts());
        }

        @Override
        public Void not(Not node) {
            items.add("!");
            return node.part().accept(this);
        }

        @Override
        public Void term(Term node) {
            List<Object> term = new ArrayList<>(3); // List.of would refuse a null value
            term.add(node.path());
            term.add(node.operator().text());
            term.add(node.value() instanceof Condition part ? wire(part) : node.value());
            items.add(term);
            return null;
        }

        private Void join(String operator, List<Object> none, List<Condition> parts) {
            if (parts.isEmpty()) {
                items.add(none);
                return null;
            }
            for (int i = 1; i < parts.size(); i++) {
                items.add(operator);
            }
            parts.forEach(part -> part.accept(this));
            return null;
        }
    }
}
