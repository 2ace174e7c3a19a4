package dev.sandoo.server.wire.jsonrpc;

import dev.sandoo.server.error.PythonError;
import java.util.List;
import java.util.Map;

/** The arguments that a function of Odoo's wants by name. */
public final class NamedArguments {
    private NamedArguments() {}

    /**
     * Lets pass what has them all; others are not looked at.
     *
     * @param signature the function as Python's message names it, such as {@code call_kw()}
     * @throws PythonError as Python's when some are missing
     */
    public static void require(String signature, List<String> names, Map<?, ?> given) {
        List<String> missing =
                names.stream().filter(name -> !given.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw PythonError.typeError(signature + " missing " + missing.size() + " required positional argument"
                    + (missing.size() == 1 ? "" : "s") + ": " + enumeration(missing));
        }
    }

    private static String enumeration(List<String> names) {
        List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
        if (quoted.size() < 3) {
            return String.join(" and ", quoted);
        }
        int last = quoted.size() - 1;
        return String.join(", ", quoted.subList(0, last)) + ", and " + quoted.get(last);
    }
}
