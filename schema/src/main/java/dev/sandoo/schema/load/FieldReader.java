package dev.sandoo.schema.load;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldDef.Digits;
import dev.sandoo.schema.FieldDef.Function;
import dev.sandoo.schema.FieldDef.Literal;
import dev.sandoo.schema.FieldDef.OnDelete;
import dev.sandoo.schema.FieldDef.Option;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.FieldDef.Translation;
import dev.sandoo.schema.FieldDefBuilder;
import dev.sandoo.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a field's line. What a line leaves out is as {@link FieldDef#builder} has it. */
final class FieldReader {
    private final Map<String, List<Option>> namedSelections;

    /** A reader that knows the lists that lines refer to by name. */
    FieldReader(Map<String, List<Option>> namedSelections) {
        this.namedSelections = namedSelections;
    }

    FieldDef read(String name, Entry line) {
        FieldDefBuilder field = FieldDef.builder(name, type(line)).string(line.text("string"));
        flags(field, line);
        value(field, line);
        relation(field, line);
        computation(field, line);
        byDefault(field, line);
        line.object("attributes").forEach(field::attribute);
        line.refuseLeftovers();
        return field.build();
    }

    private static FieldType type(Entry line) {
        try {
            return FieldType.of(line.text("type"));
        } catch (IllegalArgumentException e) {
            throw new SchemaDataException(line.where(), e);
        }
    }

    private static void flags(FieldDefBuilder field, Entry line) {
        field.stored(line.flag("store", true))
                .required(line.flag("required"))
                .readonly(line.flag("readonly"))
                .copied(line.flag("copy", true))
                .companyDependent(line.flag("company_dependent"))
                .groups(line.texts("groups"));
        line.optionalInteger("tracking").ifPresent(field::tracking);
        line.optionalText("index").ifPresent(field::index);
        line.optionalText("aggregator").ifPresent(field::aggregator);
    }

    private void value(FieldDefBuilder field, Entry line) {
        field.trim(line.flag("trim"))
                .sanitize(line.flag("sanitize"))
                .attachment(line.flag("attachment"))
                .translation(translation(line));
        line.optionalInteger("size").ifPresent(field::size);
        line.optionalText("currency_field").ifPresent(field::currencyField);
        line.optionalText("model_field").ifPresent(field::modelField);
        line.optionalText("precision").ifPresent(field::precisionName);
        digits(line).ifPresent(field::digits);
        selection(field, line);
    }

    private static Translation translation(Entry line) {
        Object value = line.take("translate");
        if (value == null) {
            return Translation.NONE;
        }
        if (value.equals(true)) {
            return Translation.WHOLE;
        }
        if (value.equals("terms")) {
            return Translation.TERMS;
        }
        throw line.bad("translate", "must be true or \"terms\"");
    }

    private static Optional<Digits> digits(Entry line) {
        Object value = line.take("digits");
        if (value == null) {
            return Optional.empty();
        }
        if (value.equals(0)) {
            return Optional.of(Digits.UNLIMITED);
        }
        if (value instanceof List<?> pair
                && pair.size() == 2
                && pair.get(0) instanceof Integer precision
                && pair.get(1) instanceof Integer scale) {
            return Optional.of(new Digits(precision, scale));
        }
        throw line.bad("digits", "must be 0 or two whole numbers");
    }

    private void selection(FieldDefBuilder field, Entry line) {
        Object value = line.take("selection");
        if (value instanceof String name) {
            List<Option> options = namedSelections.get(name);
            if (options == null) {
                throw line.bad("selection", "names no list of selections.json: " + name);
            }
            field.selectionName(name).selection(options);
        } else if (value != null) {
            field.selection(options(line, value));
        }
    }

    static List<Option> options(Entry entry, Object value) {
        if (!(value instanceof List<?> elements)) {
            throw new SchemaDataException(entry.where(), "a selection must be a list or the name of one");
        }
        List<Option> options = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (element instanceof List<?> pair
                    && pair.size() == 2
                    && pair.get(0) instanceof String key
                    && pair.get(1) instanceof String label) {
                options.add(new Option(key, label));
            } else {
                throw new SchemaDataException(entry.where(), "a choice must be a value and a label, not " + element);
            }
        }
        return List.copyOf(options);
    }

    private static void relation(FieldDefBuilder field, Entry line) {
        Optional<String> comodel = line.optionalText("comodel");
        if (comodel.isPresent()) {
            field.relation(new Relation(
                    comodel.get(),
                    line.optionalText("inverse_name"),
                    line.optionalText("relation"),
                    line.optionalText("column1"),
                    line.optionalText("column2"),
                    onDelete(line),
                    Optional.ofNullable(line.take("domain")),
                    line.flag("delegate"),
                    line.flag("check_company")));
        }
    }

    private static OnDelete onDelete(Entry line) {
        String value = line.text("ondelete", "set null");
        return switch (value) {
            case "set null" -> OnDelete.SET_NULL;
            case "restrict" -> OnDelete.RESTRICT;
            case "cascade" -> OnDelete.CASCADE;
            default -> throw line.bad("ondelete", "cannot be " + value);
        };
    }

    private static void computation(FieldDefBuilder field, Entry line) {
        Optional<String> related = line.optionalText("related");
        boolean computed = line.flag("compute");
        Optional<String> inherited = line.optionalText(InheritedFields.LINK);
        if (related.isPresent() || computed) {
            field.computation(new Computation(
                    related,
                    line.texts("depends"),
                    line.flag("inverse"),
                    line.flag("searchable"),
                    line.flag("compute_sudo"),
                    line.flag("precompute"),
                    inherited.isPresent()));
        }
    }

    private static void byDefault(FieldDefBuilder field, Entry line) {
        boolean literal = line.has("default");
        Object value = line.take("default");
        Optional<String> function = line.optionalText("default_function");
        if (literal && function.isPresent()) {
            throw line.bad("default", "and \"default_function\" exclude each other");
        }
        if (literal) {
            field.defaultValue(new Literal(value));
        }
        function.ifPresent(name -> field.defaultValue(new Function(name)));
    }
}
