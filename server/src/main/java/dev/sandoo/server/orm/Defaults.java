package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Function;
import dev.sandoo.schema.FieldDef.Literal;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.field.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What fields are worth when nobody says: the context's {@code default_…}, the user's own default, the field's. */
final class Defaults {
    private final Environment env;
    private final ModelDef model;
    private Map<String, Object> own;

    Defaults(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /** The given values and the defaults of all fields they leave out. */
    Map<String, Object> complete(Map<String, Object> given) {
        Map<String, Object> values = new LinkedHashMap<>(given);
        for (FieldDef field : model.fields().values()) {
            if (!given.containsKey(field.name()) && !isSettledElsewhere(field, given)) {
                value(field).ifPresent(value -> values.put(field.name(), fitting(field, value)));
            }
        }
        return values;
    }

    /** A default that the context gives is let go where it does not fit; the earlier version lets it fail. */
    private Object fitting(FieldDef field, Object value) {
        boolean fromContext = env.context().values().containsKey("default_" + field.name());
        if (!fromContext || !env.version().has("defaults.converted") || !PythonValues.isTrue(value)) {
            return value;
        }
        boolean fits = switch (field.type()) {
            case SELECTION ->
                field.selection().isEmpty()
                        || field.selection().stream()
                                .anyMatch(option -> option.value().equals(value));
            case MANY2ONE -> value instanceof Integer;
            default -> true;
        };
        return fits ? value : Boolean.FALSE;
    }

    /** The defaults of the named fields, as wire values. */
    Map<String, Object> of(Collection<String> names) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : names) {
            FieldDef field = model.fields().get(name);
            if (field != null) {
                value(field).or(() -> own(field)).ifPresent(value -> values.put(name, value));
            }
        }
        return values;
    }

    /** What a field that nothing keeps or computes holds on every record: the value of a new one. */
    Object ofPlain(FieldDef field) {
        Object wire = field.type().isToMany() ? null : of(List.of(field.name())).get(field.name());
        return wire == null ? null : FieldCodecs.of(field).fromWire(new Target(model, field), wire);
    }

    /** A field that is inherited from a record which exists already has its value there. */
    private boolean isSettledElsewhere(FieldDef field, Map<String, Object> given) {
        return field.computation()
                .filter(FieldDef.Computation::inherited)
                .flatMap(FieldDef.Computation::related)
                .map(path -> given.get(path.substring(0, path.indexOf('.'))))
                .filter(dev.sandoo.server.field.PythonValues::isTrue)
                .isPresent();
    }

    private Optional<Object> value(FieldDef field) {
        String key = "default_" + field.name();
        if (env.context().values().containsKey(key)) {
            return Optional.ofNullable(env.context().get(key));
        }
        boolean counts = !field.companyDependent() || env.version().has("defaults.own-for-company-fields");
        if (counts && own().containsKey(field.name())) {
            return own(field);
        }
        Behaviours behaviours = env.registry().behaviours();
        Optional<DefaultFunction> special = behaviours.fieldDefault(model.name(), field.name());
        if (special.isPresent()) {
            return Optional.ofNullable(special.get().value(env, field));
        }
        return field.defaultValue().flatMap(value -> stated(field, value));
    }

    private Map<String, Object> own() {
        if (own == null) {
            own = new UserDefaults(env).of(model);
        }
        return own;
    }

    private Optional<Object> own(FieldDef field) {
        return Optional.ofNullable(own().get(field.name()));
    }

    private Optional<Object> stated(FieldDef field, FieldDef.DefaultValue value) {
        if (value instanceof Literal literal) {
            return Optional.ofNullable(literal.value());
        }
        String name = ((Function) value).name();
        DefaultFunction function = env.registry()
                .behaviours()
                .defaultFunction(name)
                .orElseThrow(() -> new IllegalStateException("no default function " + name));
        return Optional.ofNullable(function.value(env, field));
    }
}
