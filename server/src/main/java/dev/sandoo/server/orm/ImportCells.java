package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.PythonValues;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Turns cells of an import into wire values of plain fields. Source: recorded answers, load-errors of orm_names. */
final class ImportCells {
    private static final Set<String> TRUE = Set.of("1", "true", "yes");
    private static final Set<String> FALSE = Set.of("", "0", "false", "no");
    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?\\d+(_\\d+)*\\s*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern DATETIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d:\\d\\d)?");

    private final Environment env;
    private final boolean strict;
    private final Consumer<ImportProblem> warnings;

    ImportCells(Environment env, Consumer<ImportProblem> warnings) {
        this.env = env;
        this.strict = env.version().has(Load.STRICT);
        this.warnings = warnings;
    }

    /** The wire value of a cell that is not empty; throws an {@link ImportProblem.Found}. */
    Object value(FieldDef field, Object cell) {
        return switch (field.type()) {
            case BOOLEAN -> bool(field, cell);
            case INTEGER, MANY2ONE_REFERENCE -> integer(field, cell);
            case FLOAT, MONETARY -> number(field, cell);
            case DATE -> date(field, PythonValues.str(cell));
            case DATETIME -> moment(field, PythonValues.str(cell));
            case SELECTION -> choice(field, PythonValues.str(cell));
            default -> cell;
        };
    }

    private Object bool(FieldDef field, Object cell) {
        if (!(cell instanceof String text)) {
            throw PythonError.attributeError("'" + PythonRepr.typeName(cell) + "' object has no attribute 'lower'");
        }
        String word = text.toLowerCase(Locale.ROOT);
        if (FALSE.contains(word)) {
            return false;
        }
        if (!TRUE.contains(word)) {
            ImportProblem unknown =
                    ImportProblem.error(field, message("load.boolean", field, cell), "Use '1' for yes and '0' for no");
            if (strict) {
                throw new ImportProblem.Found(unknown);
            }
            warnings.accept(unknown.asWarning());
        }
        return true;
    }

    private String message(String key, FieldDef field, Object cell) {
        return env.version().message(key, Map.of("value", PythonValues.str(cell), "field", field.string()));
    }

    private static ImportProblem.Found seemsNot(FieldDef field, Object cell, String what) {
        return new ImportProblem.Found(ImportProblem.error(field, unlike(field, cell, what)));
    }

    private static String unlike(FieldDef field, Object cell, String what) {
        return "'" + PythonValues.str(cell) + "' does not seem to be " + what + " for field '" + field.string() + "'";
    }

    private Object integer(FieldDef field, Object cell) {
        if (cell instanceof Number number) {
            return number.intValue();
        }
        String text = PythonValues.str(cell);
        if (!INTEGER.matcher(text).matches()) {
            throw seemsNot(field, cell, "an integer");
        }
        return Integer.valueOf(text.strip().replace("_", ""));
    }

    private Object number(FieldDef field, Object cell) {
        try {
            return cell instanceof Number number
                    ? number.doubleValue()
                    : Double.parseDouble(PythonValues.str(cell).strip());
        } catch (NumberFormatException wrong) {
            throw seemsNot(field, cell, "a number");
        }
    }

    private Object date(FieldDef field, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return FieldCodecs.of(field).toWire(LocalDate.parse(text));
            }
        } catch (DateTimeException wrong) { // 2024-02-31 looks like a date and is none
            throw notDate(field, text, "a valid date", "Use the format '2012-12-31'");
        }
        throw notDate(field, text, "a valid date", "Use the format '2012-12-31'");
    }

    private static ImportProblem.Found notDate(FieldDef field, String text, String what, String hint) {
        return new ImportProblem.Found(ImportProblem.error(field, unlike(field, text, what), hint));
    }

    /** Moments are meant on the caller's clock. */
    private Object moment(FieldDef field, String text) {
        String hint = "Use the format '2012-12-31 23:59:59'";
        if (!DATETIME.matcher(text).matches()) {
            throw notDate(field, text, "a valid datetime", hint);
        }
        try {
            LocalDateTime local =
                    LocalDateTime.parse((text.length() > 10 ? text : text + " 00:00:00").replace(' ', 'T'));
            LocalDateTime utc =
                    local.atZone(env.zone()).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
            return FieldCodecs.of(field).toWire(utc);
        } catch (DateTimeException wrong) {
            throw notDate(field, text, "a valid datetime", hint);
        }
    }

    private Object choice(FieldDef field, String text) {
        for (FieldDef.Option option : field.selection()) {
            if (matches(option.label(), text) || matches(option.value(), text)) {
                return option.value();
            }
        }
        List<String> labels =
                field.selection().stream().map(FieldDef.Option::label).toList();
        throw new ImportProblem.Found(ImportProblem.error(
                field, "Value '" + text + "' not found in selection field '" + field.string() + "'", labels));
    }

    private boolean matches(String known, String text) {
        return strict ? known.equalsIgnoreCase(text) : known.equals(text);
    }
}
