package dev.sandoo.server.query;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.AllOf;
import dev.sandoo.server.domain.Condition.AnyOf;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Operator;
import java.util.List;

/** Leaves archived records out of a search that does not itself speak of being archived. */
final class ActiveTest {
    private ActiveTest() {}

    /** The condition, and the model's active field unless the condition names it. */
    static Condition add(Condition condition, ModelDef model) {
        return model.activeName()
                .filter(field -> !condition.accept(new Mentions(field)))
                .map(field -> condition.and(Condition.term(field, Operator.EQUALS, true)))
                .orElse(condition);
    }

    /** Whether a term is on this very field; what terms say about other models does not count. */
    private record Mentions(String field) implements Condition.Visitor<Boolean> {
        @Override
        public Boolean allOf(AllOf node) {
            return any(node.parts());
        }

        @Override
        public Boolean anyOf(AnyOf node) {
            return any(node.parts());
        }

        @Override
        public Boolean not(Not node) {
            return node.part().accept(this);
        }

        @Override
        public Boolean term(Term node) {
            return node.path().equals(field);
        }

        private boolean any(List<Condition> parts) {
            return parts.stream().anyMatch(part -> part.accept(this));
        }
    }
}
