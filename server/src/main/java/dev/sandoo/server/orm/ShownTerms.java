package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import java.util.List;

/**
 * A condition of our own making without the terms on fields that a key's policy keeps back: such a term finds nobody, and one
 * that is negated keeps nobody out. So a search by name tells nothing of the fields that it also looks at.
 */
final class ShownTerms implements Condition.Visitor<Condition> {
    private final KeyGate gate;
    private final ModelDef model;
    private final boolean positive;

    private ShownTerms(KeyGate gate, ModelDef model, boolean positive) {
        this.gate = gate;
        this.model = model;
        this.positive = positive;
    }

    static Condition of(KeyGate gate, ModelDef model, Condition condition) {
        return condition.accept(new ShownTerms(gate, model, true));
    }

    @Override
    public Condition allOf(Condition.AllOf node) {
        return Condition.allOf(all(node.parts()));
    }

    @Override
    public Condition anyOf(Condition.AnyOf node) {
        return Condition.anyOf(all(node.parts()));
    }

    private List<Condition> all(List<Condition> parts) {
        return parts.stream().map(part -> part.accept(this)).toList();
    }

    @Override
    public Condition not(Condition.Not node) {
        return new Condition.Not(node.part().accept(new ShownTerms(gate, model, !positive)));
    }

    @Override
    public Condition term(Condition.Term node) {
        FieldDef field = model.fields().get(node.path().split("\\.", 2)[0]);
        if (field == null || gate.returns(model, field)) {
            return node;
        }
        return positive == node.operator().isNegative() ? Condition.TRUE : Condition.FALSE;
    }
}
