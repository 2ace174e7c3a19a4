package dev.sandoo.server.orm;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.query.GroupSpec;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The order, limit and offset of a plain {@code read_group}, in terms of its statement. */
final class PlainOrder {
    private static final Pattern ORDER =
            Pattern.compile("(\\s*([a-z0-9:_]+|\"[a-z0-9:_]+\")(\\s+(desc|asc))?\\s*(,|$))+", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?\\d+\\s*");

    private final ModelDef model;
    private final Map<String, GroupSpec> groups;
    private final PlainAggregates aggregates;

    PlainOrder(ModelDef model, Map<String, GroupSpec> groups, PlainAggregates aggregates) {
        this.model = model;
        this.groups = groups;
        this.aggregates = aggregates;
    }

    /** An offset has no effect without a limit. */
    Page page(Arguments arguments) {
        Object limit = arguments.get("limit");
        boolean limited = Truth.of(limit);
        return new Page(
                order(arguments.get("orderby")),
                limited ? integer(limit) : false,
                limited && Truth.of(arguments.get("offset")) ? integer(arguments.get("offset")) : false);
    }

    private static Object integer(Object wire) {
        if (wire instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (wire instanceof Number number) {
            return number.intValue();
        }
        if (!(wire instanceof String text)) {
            throw PythonError.typeError("int() argument must be a string, a bytes-like object or a number, not '"
                    + PythonRepr.typeName(wire) + "'");
        }
        if (!INTEGER.matcher(text).matches()) {
            throw PythonError.valueError("invalid literal for int() with base 10: " + PythonRepr.of(text));
        }
        return Integer.valueOf(text.strip());
    }

    private Object order(Object orderby) {
        if (!Truth.of(orderby)) {
            return false;
        }
        if (!(orderby instanceof String text)) {
            throw PythonError.typeError("expected string or bytes-like object");
        }
        if (!ORDER.matcher(text).matches()) {
            throw new UserError("Invalid \"order\" specified (" + text + "). A valid \"order\" specification is a"
                    + " comma-separated list of valid field names (optionally followed by asc/desc for the direction)");
        }
        List<String> terms = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String term = part.strip();
            if (!term.isEmpty()) {
                add(terms, term.split("\\s+", 2)[0], term);
            }
        }
        return terms.isEmpty() ? false : String.join(",", terms);
    }

    /** Fields that are neither grouped by nor aggregated have no say. */
    private void add(List<String> terms, String name, String term) {
        String direction = term.substring(name.length());
        for (Map.Entry<String, GroupSpec> group : groups.entrySet()) {
            if (name.equals(group.getKey()) || name.equals(group.getValue().field())) {
                terms.add(group.getKey() + direction);
                return;
            }
        }
        if (name.equals("id")) {
            terms.add("id:min" + direction);
        } else if (aggregates.names().contains(name)) {
            terms.add(aggregates.column(name) + direction);
        } else if (!model.fields().containsKey(name)) {
            throw PythonError.valueError(
                    "Invalid field " + PythonRepr.of(name) + " on model " + PythonRepr.of(model.name()));
        }
    }
}
