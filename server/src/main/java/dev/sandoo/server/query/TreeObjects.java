package dev.sandoo.server.query;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.PythonError;
import java.util.List;

/** Trees in versions with domain objects: whoever is not there has nobody below or above. */
final class TreeObjects implements Hierarchy.Dialect {
    @Override
    public PythonError noParent(ModelDef model, String parent, List<Object> ids) {
        return TermErrors.noParent(model, parent, ids);
    }

    @Override
    public boolean hidesThoseAbove() {
        return false;
    }

    @Override
    public void usePaths(ModelDef model, List<Object> ids, QueryContext context) {}
}
