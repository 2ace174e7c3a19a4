package dev.sandoo.server.query;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.DomainPrinter;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import java.util.List;

/** Trees in versions with leaves: stored paths are read off the records, which must be there. */
final class TreeLeaves implements Hierarchy.Dialect {
    @Override
    public PythonError noParent(ModelDef model, String parent, List<Object> ids) {
        Term leaf = (Term) Condition.term(parent, Operator.IN, ids);
        return PythonError.valueError(
                "Invalid field " + model.name() + "." + parent + " in leaf " + DomainPrinter.repr(leaf));
    }

    @Override
    public boolean hidesThoseAbove() {
        return true;
    }

    @Override
    public void usePaths(ModelDef model, List<Object> ids, QueryContext context) {
        context.requireRecords(
                model, ids.stream().map(id -> ((Number) id).intValue()).toList());
    }
}
