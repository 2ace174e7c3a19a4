package dev.sandoo.server.addons.mail;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** A model whose records have an e-mail alias of their own: what mails to it create, and under which defaults. */
public final class AliasOwner implements ModelHooks {
    private final String created;
    private final String defaults;

    /**
     * @param created the model that mails to the alias create records of
     * @param defaults their default values as Python shows a dict, with {@code %d} for the owner's id
     */
    public AliasOwner(String created, String defaults) {
        this.created = created;
        this.defaults = defaults;
    }

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            one.putIfAbsent("alias_model_id", modelId(env, created));
        }
    }

    @Override
    public void afterCreate(Records owners, List<Map<String, Object>> values) {
        for (Records owner : owners.sudo()) {
            owner.records("alias_id")
                    .write(Map.of(
                            "alias_parent_model_id",
                                    modelId(owner.env(), owner.model().name()),
                            "alias_parent_thread_id", owner.id(),
                            "alias_defaults", String.format(defaults, owner.id())));
        }
    }

    private static int modelId(Environment env, String model) {
        return env.sudo()
                .model("ir.model")
                .search(Condition.term("model", Operator.EQUALS, model))
                .id();
    }
}
