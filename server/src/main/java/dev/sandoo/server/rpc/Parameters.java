package dev.sandoo.server.rpc;

import dev.sandoo.server.error.PythonError;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parameters of a service's method, checked as Python checks a call. Immutable.
 *
 * @param function the name that Python's complaints give it
 * @param required the names of those that must be given
 * @param optional how many more may be given
 */
record Parameters(String function, List<String> required, int optional) {
    /** As many optional ones as anybody could send. */
    static final int ANY_NUMBER = 1_000_000_000;

    Parameters {
        required = List.copyOf(required);
    }

    /** A function with these parameters and no optional ones. */
    static Parameters of(String function, String... required) {
        return new Parameters(function, List.of(required), 0);
    }

    /** The same with so many optional ones. */
    Parameters withOptional(int count) {
        return new Parameters(function, required, count);
    }

    /**
     * Lets fitting values pass.
     *
     * @throws PythonError a {@code TypeError} when there are too few or too many
     */
    void check(List<Object> given) {
        if (given.size() < required.size()) {
            throw missing(required.subList(given.size(), required.size()));
        }
        if (given.size() > required.size() + optional) {
            throw tooMany(given.size());
        }
    }

    private PythonError missing(List<String> names) {
        String plural = names.size() == 1 ? "" : "s";
        return PythonError.typeError(function + "() missing " + names.size() + " required positional argument" + plural
                + ": " + enumeration(names));
    }

    private PythonError tooMany(int given) {
        int most = required.size() + optional;
        String range = optional == 0 ? "" + most : "from " + required.size() + " to " + most;
        String plural = most == 1 && optional == 0 ? "" : "s";
        String were = given == 1 ? " was given" : " were given";
        return PythonError.typeError(
                function + "() takes " + range + " positional argument" + plural + " but " + given + were);
    }

    /** {@code 'a'}; {@code 'a' and 'b'}; {@code 'a', 'b', and 'c'}. */
    private static String enumeration(List<String> names) {
        List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
        int last = quoted.size() - 1;
        if (last < 1) {
            return quoted.get(0);
        }
        String head = quoted.subList(0, last).stream().collect(Collectors.joining(", "));
        return head + (last == 1 ? " and " : ", and ") + quoted.get(last);
    }
}
