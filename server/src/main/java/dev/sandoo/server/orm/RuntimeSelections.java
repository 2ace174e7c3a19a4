package dev.sandoo.server.orm;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.field.Target;
import java.time.ZoneId;

/** Selections by the name of their list, which may change at run time; which of them are looked at, the version's data says. */
final class RuntimeSelections {
    private final Environment env;

    RuntimeSelections(Environment env) {
        this.env = env;
    }

    /**
     * Lets a value pass that the selection has, or that nobody looks at.
     *
     * @param wire the value as it came
     * @throws PythonError otherwise
     */
    void check(Target target, Object wire, String value) {
        String name = target.field().selectionName().orElseThrow();
        if (env.version().names("selections.checked").contains(name) && !has(target, name, value)) {
            throw PythonError.valueError("Wrong value for " + target.path() + ": " + PythonValues.repr(wire));
        }
    }

    private boolean has(Target target, String name, String value) {
        return switch (name) {
            case "timezones" -> ZoneId.getAvailableZoneIds().contains(value);
            case "languages" -> env.hasLanguage(value);
            case "models" -> env.registry().find(value).isPresent();
            default ->
                target.field().selection().isEmpty()
                        || target.field().selection().stream()
                                .anyMatch(option -> option.value().equals(value));
        };
    }
}
