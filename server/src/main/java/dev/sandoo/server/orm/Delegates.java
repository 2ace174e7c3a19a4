package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records that a model inherits ({@code _inherits}): made along with a new record, written along with an old one. */
final class Delegates {
    private final Environment env;
    private final ModelDef model;

    Delegates(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /**
     * Gives every new record its inherited ones, new or named by the values, where it keeps the link to them.
     *
     * @param asked the fields that a client gives each record; empty where no policy binds the caller
     */
    void create(List<ValueSplit> splits, List<Set<String>> asked) {
        model.inherits().forEach((parent, link) -> {
            FieldDef field = model.fields().get(link);
            for (int i = 0; field.hasColumn() && i < splits.size(); i++) {
                ValueSplit split = splits.get(i);
                Map<String, Object> values =
                        new LinkedHashMap<>(split.delegated().getOrDefault(link, Map.of()));
                Set<String> names = askedOf(link, values, asked.isEmpty() ? Set.of() : asked.get(i));
                Environment there = at(parent, names);
                Object linked = split.columns().get(field);
                if (linked == null) {
                    List<Integer> created = Create.asked(there, env.registry().model(parent), names)
                            .create(List.of(values));
                    split.columns().put(field, created.get(0));
                } else if (!values.isEmpty()) {
                    Write.asked(there, env.registry().model(parent), names).write(List.of((Integer) linked), values);
                }
            }
        });
    }

    /** Gives every new record its inherited ones where not it keeps the link, but they name their owner. */
    void createOwned(List<Integer> ids, List<ValueSplit> splits, List<Set<String>> asked) {
        model.inherits().forEach((parent, link) -> {
            if (model.fields().get(link).hasColumn()) {
                return;
            }
            String owner = owner(parent);
            Set<String> names = new LinkedHashSet<>();
            List<Map<String, Object>> values = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                Map<String, Object> one =
                        new LinkedHashMap<>(splits.get(i).delegated().getOrDefault(link, Map.of()));
                names.addAll(askedOf(link, one, asked.isEmpty() ? Set.of() : asked.get(i)));
                one.put(owner, ids.get(i));
                values.add(one);
            }
            Create.asked(at(parent, names), env.registry().model(parent), names).create(values);
        });
    }

    /** The field of the inherited model that names the owner: the one that a one2many of ours is made of. */
    private String owner(String parent) {
        return model.fields().values().stream()
                .filter(field ->
                        field.type() == FieldType.ONE2MANY && field.comodel().equals(parent))
                .flatMap(field -> field.relation().flatMap(FieldDef.Relation::inverseName).stream())
                .findFirst()
                .orElseThrow();
    }

    /** Writes values of inherited fields where they live. */
    void write(List<Integer> ids, Map<String, Map<String, Object>> delegated, Set<String> asked) {
        delegated.forEach((link, values) -> {
            Records parents = env.records(model.name(), ids).records(link);
            Set<String> names = askedOf(link, values, asked);
            Write.asked(at(parents.model().name(), names), parents.model(), names)
                    .write(parents.ids(), new LinkedHashMap<>(values));
        });
    }

    /** The parent's names of those inherited fields that a client gives and the policy does not name with the heir's own. */
    private Set<String> askedOf(String link, Map<String, Object> values, Set<String> asked) {
        Optional<KeyGate> gate = KeyGate.of(env);
        if (gate.isEmpty()) {
            return values.keySet();
        }
        Set<String> names = new LinkedHashSet<>();
        for (String name : asked) {
            FieldDef field = model.fields().get(name);
            field.computation()
                    .filter(Computation::inherited)
                    .flatMap(Computation::related)
                    .filter(path -> path.startsWith(link + ".") && !gate.get().namesWritable(model, Set.of(name)))
                    .ifPresent(path -> names.add(path.substring(link.length() + 1)));
        }
        return names;
    }

    /**
     * Some records are made and changed by whoever may do so with their owner (source: asked of the real servers). Where a
     * client asks for nothing of the parent by itself, it is the heir's own affair.
     */
    private Environment at(String parent, Set<String> asked) {
        Environment there = env.version().names("models.owner-decides").contains(parent) ? env.sudo() : env;
        return asked.isEmpty() ? there.acting(parent) : there;
    }
}
