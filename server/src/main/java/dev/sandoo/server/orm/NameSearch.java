package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds records by what they are called. */
final class NameSearch {
    private NameSearch() {}

    /** {@code name_search}: pairs of id and display name. */
    static Object call(Records self, Arguments arguments) {
        Environment env = self.env();
        ModelDef model = self.model();
        new Rights(env).checkModel(model, Operation.READ);
        Object domain = arguments.values().containsKey("args") ? arguments.get("args") : arguments.get("domain");
        Condition condition = env.version().has("domain.objects") && !PythonValues.isTrue(domain)
                ? Condition.TRUE
                : GenericMethods.condition(env, domain);
        String operatorText = String.valueOf(arguments.get("operator"));
        Object name = arguments.get("name");
        Operator operator = Operator.of(operatorText)
                .orElseThrow(() -> PythonError.valueError(env.version()
                        .message(
                                "name-search.operator",
                                Map.of(
                                        "operator",
                                        PythonValues.repr(operatorText),
                                        "name",
                                        PythonValues.repr(name),
                                        "field",
                                        model.recName().orElse("display_name")))));
        boolean everything = "".equals(name) && (operator == Operator.ILIKE || operator == Operator.LIKE);
        if (!everything) {
            condition = condition.and(condition(env, model, operator, name));
        }
        List<Integer> ids = new Search(env, model).ids(condition, new Page(false, arguments.get("limit"), false));
        Map<Integer, Object> names = new DisplayNames(env, model).of(ids);
        List<Object> pairs = new ArrayList<>();
        ids.forEach(id -> pairs.add(List.of(id, names.get(id) == null ? "" : names.get(id))));
        return pairs;
    }

    /**
     * What it means that a record of the model is called so. What the policy of the caller's key keeps back finds nobody.
     */
    static Condition condition(Environment env, ModelDef model, Operator operator, Object value) {
        Condition meaning = meaning(env, model, operator, value);
        return env.isSuperuser() || env.acting().isPresent()
                ? meaning
                : KeyGate.of(env)
                        .map(gate -> ShownTerms.of(gate, model, meaning))
                        .orElse(meaning);
    }

    private static Condition meaning(Environment env, ModelDef model, Operator operator, Object value) {
        Optional<SearchFunction> own = env.registry().behaviours().search(model.name(), "display_name");
        if (own.isPresent()) {
            return own.get().search(env, operator, value);
        }
        List<String> names = model.recNamesSearch().isEmpty()
                ? model.recName().map(List::of).orElse(List.of())
                : model.recNamesSearch();
        List<Condition> parts = new ArrayList<>();
        for (String name : names) {
            FieldDef field = model.fields().get(name);
            String path = field != null && field.type() == FieldType.MANY2ONE ? name + ".display_name" : name;
            parts.add(Condition.term(path, operator, value));
        }
        if (parts.isEmpty()) {
            return Condition.TRUE;
        }
        return isNegative(operator) ? Condition.allOf(parts) : Condition.anyOf(parts);
    }

    private static boolean isNegative(Operator operator) {
        String text = operator.canonical().text();
        return text.startsWith("not ") || text.equals(Operator.NOT_EQUALS.text());
    }
}
