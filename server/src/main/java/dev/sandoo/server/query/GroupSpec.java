package dev.sandoo.server.query;

import dev.sandoo.server.error.PythonError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client wrote to name a group or an aggregate: {@code country_id}, {@code date:month}, {@code amount:sum}.
 *
 * @param text as it was written
 * @param path the names of fields, the first of the model at hand
 * @param function what follows the colon: a granularity or an aggregate
 */
public record GroupSpec(String text, List<String> path, Optional<String> function) {
    private static final Pattern SPEC = Pattern.compile("(\\w+(?:\\.\\w+)*)(?::(\\w+))?");

    public GroupSpec {
        path = List.copyOf(path);
    }

    /** A single field, with a granularity or an aggregate perhaps. */
    public static GroupSpec of(String text, String field, Optional<String> function) {
        return new GroupSpec(text, List.of(field), function);
    }

    /**
     * Reads a specification.
     *
     * @throws PythonError when it does not look like one
     */
    public static GroupSpec parse(String text) {
        Matcher matcher = SPEC.matcher(text);
        if (!matcher.matches()) {
            throw PythonError.valueError("Invalid aggregate/groupby specification '" + text + "'.\n"
                    + "- Valid aggregate specification looks like \"<field_name>:<agg>\" example: \"quantity:sum\".\n"
                    + "- Valid groupby specification looks like \"<no_datish_field_name>\" or"
                    + " \"<datish_field_name>:<granularity>\" example: \"date:month\" or"
                    + " \"<properties_field_name>.<property>:<granularity>\".");
        }
        return new GroupSpec(text, List.of(matcher.group(1).split("\\.")), Optional.ofNullable(matcher.group(2)));
    }

    /** The first name of the path. */
    public String field() {
        return path.get(0);
    }
}
