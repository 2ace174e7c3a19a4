package dev.sandoo.server.orm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The tables of what models do beyond holding data: an index from model and name to function. Immutable. */
public final class Behaviours {
    /** Stands for every model. */
    public static final String ANY_MODEL = "*";

    private final Map<Key, ModelMethod> methods;
    private final Map<Key, ComputeEntry> computes;
    private final Map<Key, Inverse> inverses;
    private final Map<Key, SearchFunction> searches;
    private final Map<String, List<ConstraintEntry>> constraints;
    private final Map<String, List<ModelHooks>> hooks;
    private final Map<String, DefaultFunction> defaultFunctions;
    private final Map<Key, DefaultFunction> fieldDefaults;
    private final Map<Key, GroupExpansion> expansions;

    private Behaviours(Builder builder) {
        methods = Map.copyOf(builder.methods);
        computes = Map.copyOf(builder.computes);
        inverses = Map.copyOf(builder.inverses);
        searches = Map.copyOf(builder.searches);
        constraints = Map.copyOf(builder.constraints);
        hooks = Map.copyOf(builder.hooks);
        defaultFunctions = Map.copyOf(builder.defaultFunctions);
        fieldDefaults = Map.copyOf(builder.fieldDefaults);
        expansions = Map.copyOf(builder.expansions);
    }

    /** The tables that these addons fill; a later addon's entry takes the place of an earlier one's. */
    public static Behaviours of(List<Addon> addons) {
        Builder builder = new Builder();
        addons.forEach(addon -> addon.register(builder));
        return new Behaviours(builder);
    }

    private record Key(String model, String name) {}

    /** A compute function and the dotted paths it reads; no paths means that those of the schema hold. */
    public record ComputeEntry(Compute function, List<String> depends) {}

    record ConstraintEntry(List<String> fields, Constraint check) {}

    /** The method of this model, or of every model. */
    public Optional<ModelMethod> method(String model, String name) {
        return find(methods, model, name);
    }

    /**
     * The method that every model has, for those that do something besides.
     *
     * @throws IllegalArgumentException when there is none: our own code named it
     */
    public ModelMethod generic(String name) {
        return method(ANY_MODEL, name).orElseThrow(() -> new IllegalArgumentException("not every model has " + name));
    }

    /** How the field of this model is computed. */
    public Optional<ComputeEntry> compute(String model, String field) {
        return find(computes, model, field);
    }

    Optional<Inverse> inverse(String model, String field) {
        return find(inverses, model, field);
    }

    Optional<SearchFunction> search(String model, String field) {
        return find(searches, model, field);
    }

    List<ConstraintEntry> constraints(String model) {
        return constraints.getOrDefault(model, List.of());
    }

    /** The hooks of every model, then the model's own. */
    List<ModelHooks> hooks(String model) {
        List<ModelHooks> all = new ArrayList<>(hooks.getOrDefault(ANY_MODEL, List.of()));
        all.addAll(hooks.getOrDefault(model, List.of()));
        return all;
    }

    Optional<DefaultFunction> defaultFunction(String name) {
        return Optional.ofNullable(defaultFunctions.get(name));
    }

    Optional<DefaultFunction> fieldDefault(String model, String field) {
        return Optional.ofNullable(fieldDefaults.get(new Key(model, field)));
    }

    /** Which records show as groups of this field whether anything is in them or not. */
    Optional<GroupExpansion> expansion(String model, String field) {
        return Optional.ofNullable(expansions.get(new Key(model, field)));
    }

    private static <T> Optional<T> find(Map<Key, T> table, String model, String name) {
        T own = table.get(new Key(model, name));
        return Optional.ofNullable(own != null ? own : table.get(new Key(ANY_MODEL, name)));
    }

    /** Collects the entries of addons. */
    public static final class Builder {
        private final Map<Key, ModelMethod> methods = new HashMap<>();
        private final Map<Key, ComputeEntry> computes = new HashMap<>();
        private final Map<Key, Inverse> inverses = new HashMap<>();
        private final Map<Key, SearchFunction> searches = new HashMap<>();
        private final Map<String, List<ConstraintEntry>> constraints = new HashMap<>();
        private final Map<String, List<ModelHooks>> hooks = new HashMap<>();
        private final Map<String, DefaultFunction> defaultFunctions = new HashMap<>();
        private final Map<Key, DefaultFunction> fieldDefaults = new HashMap<>();
        private final Map<Key, GroupExpansion> expansions = new HashMap<>();

        private Builder() {}

        /** A public method; its parameters are those of the schema. */
        public Builder method(String model, String name, ModelMethod method) {
            methods.put(new Key(model, name), method);
            return this;
        }

        /** A function for a computed field whose dependencies the schema states. */
        public Builder compute(String model, String field, Compute function) {
            return compute(model, List.of(field), List.of(), function);
        }

        /** A function for several computed fields, with the dotted paths it reads (none: those of the schema). */
        public Builder compute(String model, List<String> fields, List<String> depends, Compute function) {
            ComputeEntry entry = new ComputeEntry(function, List.copyOf(depends));
            fields.forEach(field -> computes.put(new Key(model, field), entry));
            return this;
        }

        /** One record's value of a computed field whose dependencies the schema states. */
        public Builder computeEach(String model, String field, Function<Records, Object> value) {
            return computeEach(model, field, List.of(), value);
        }

        /** The same with the dotted paths it reads. What it reads is fetched for all records at hand at once. */
        public Builder computeEach(String model, String field, List<String> depends, Function<Records, Object> value) {
            return compute(
                    model,
                    List.of(field),
                    depends,
                    (records, results) ->
                            records.forEach(record -> results.set(record.id(), field, value.apply(record))));
        }

        /** What writing a computed field means. */
        public Builder inverse(String model, String field, Inverse inverse) {
            inverses.put(new Key(model, field), inverse);
            return this;
        }

        /** What searching a computed field means. */
        public Builder search(String model, String field, SearchFunction search) {
            searches.put(new Key(model, field), search);
            return this;
        }

        /** A check that runs after one of the fields was written or a record created. */
        public Builder constraint(String model, List<String> fields, Constraint check) {
            constraints
                    .computeIfAbsent(model, m -> new ArrayList<>())
                    .add(new ConstraintEntry(List.copyOf(fields), check));
            return this;
        }

        /** What the model does around creating, writing and deleting. */
        public Builder hooks(String model, ModelHooks modelHooks) {
            hooks.computeIfAbsent(model, m -> new ArrayList<>()).add(modelHooks);
            return this;
        }

        /** A function that the schema's defaults name. */
        public Builder defaultFunction(String name, DefaultFunction function) {
            defaultFunctions.put(name, function);
            return this;
        }

        /** The records that show as groups of a many2one although nothing is in them. */
        public Builder groupExpansion(String model, String field, GroupExpansion expansion) {
            expansions.put(new Key(model, field), expansion);
            return this;
        }

        /** A default of one field that the schema's data cannot state. */
        public Builder fieldDefault(String model, String field, DefaultFunction function) {
            fieldDefaults.put(new Key(model, field), function);
            return this;
        }
    }
}
