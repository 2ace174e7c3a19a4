package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Groups, rights and rules that change hold at once, on every node. */
public final class RightsSync implements Addon {
    private static final List<String> MODELS = List.of(
            "ir.model.access", "ir.rule", "res.groups", "res.groups.privilege", "ir.module.category", "ir.model.data");

    @Override
    public void register(Behaviours.Builder behaviours) {
        MODELS.forEach(model -> behaviours.hooks(model, new Hooks()));
    }

    private static final class Hooks implements ModelHooks {
        @Override
        public void afterCreate(Records created, List<Map<String, Object>> values) {
            changed(created);
        }

        @Override
        public void afterWrite(Records records, Map<String, Object> values) {
            changed(records);
        }

        @Override
        public void beforeUnlink(Records records) {
            changed(records);
        }

        /** Of external ids only those of groups matter. */
        private static void changed(Records records) {
            boolean external = records.model().name().equals("ir.model.data");
            if (!external
                    || !records.filter(one -> one.text("model").equals("res.groups"))
                            .isEmpty()) {
                records.env().rightsChanged();
            }
        }
    }
}
