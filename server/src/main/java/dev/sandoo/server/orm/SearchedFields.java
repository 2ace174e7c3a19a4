package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import java.util.List;

/**
 * Sees to it that callers do not learn by searching and sorting what they may not read: every field on a condition's paths must
 * be readable. The earlier version lets them.
 */
final class SearchedFields implements Condition.Visitor<Void> {
    private final Rights rights;
    private final Registry registry;
    private final ModelDef model;

    private SearchedFields(Rights rights, Registry registry, ModelDef model) {
        this.rights = rights;
        this.registry = registry;
        this.model = model;
    }

    /**
     * Lets a search pass whose fields the caller may read.
     *
     * @param order an order as it came over the wire
     * @throws dev.sandoo.server.error.AccessError otherwise
     */
    static void check(Environment env, ModelDef model, Condition condition, Object order) {
        if (env.isSuperuser() || !env.version().has("access.searched-fields")) {
            return;
        }
        SearchedFields searched = new SearchedFields(new Rights(env), env.registry(), model);
        condition.accept(searched);
        if (order instanceof String text) {
            for (String term : text.split(",")) {
                searched.checkPath(model, term.strip().split("[\\s:]")[0]);
            }
        }
    }

    /**
     * Sees to a dotted path that a client has values read along, where the policy of a key binds them: what lies at its end is
     * read whatever record it belongs to.
     */
    static void checkPath(Environment env, ModelDef model, String path) {
        if (KeyGate.of(env).isEmpty()) {
            return;
        }
        Rights rights = new Rights(env);
        SearchedFields searched = new SearchedFields(rights, env.registry(), model);
        searched.checkPath(model, path);
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            rights.checkAllRecordsForKey(searched.checkPath(model, path.substring(0, dot)));
        }
    }

    @Override
    public Void allOf(Condition.AllOf node) {
        node.parts().forEach(part -> part.accept(this));
        return null;
    }

    @Override
    public Void anyOf(Condition.AnyOf node) {
        node.parts().forEach(part -> part.accept(this));
        return null;
    }

    @Override
    public Void not(Condition.Not node) {
        return node.part().accept(this);
    }

    @Override
    public Void term(Condition.Term node) {
        ModelDef reached = checkPath(model, node.path());
        if (node.value() instanceof Condition inner) {
            inner.accept(new SearchedFields(rights, registry, reached));
        }
        return null;
    }

    /** The model at the end of the path; what is no field is not our business. */
    private ModelDef checkPath(ModelDef start, String path) {
        ModelDef at = start;
        for (String name : path.split("\\.")) {
            FieldDef field = at.fields().get(name);
            if (field == null) {
                return at;
            }
            if (!rights.allows(at, field)) {
                rights.checkFields(at, Operation.READ, List.of(name));
            }
            if (at != start) {
                rights.checkModelForKey(at);
            }
            at = field.relation()
                    .flatMap(relation -> registry.find(relation.comodel()))
                    .orElse(at);
        }
        return at;
    }
}
