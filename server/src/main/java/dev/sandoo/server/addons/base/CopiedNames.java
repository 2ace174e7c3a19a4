package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Copies are named so, in the models where the version does that ({@code copies.named} of its data). */
public final class CopiedNames implements Addon, ModelHooks {
    private static final List<String> MODELS = List.of(
            "res.partner",
            "product.category",
            "product.pricelist",
            "account.tax",
            "account.account",
            "account.journal",
            "account.payment.term",
            "ir.filters",
            "mail.template",
            "res.groups",
            "project.task.type",
            "hr.job",
            "product.tag",
            "project.project.stage",
            "project.role",
            "resource.calendar",
            "resource.resource",
            "stock.location",
            "stock.picking.type",
            "stock.route");

    @Override
    public void register(Behaviours.Builder behaviours) {
        MODELS.forEach(model -> behaviours.hooks(model, this));
    }

    @Override
    public void beforeCopy(Records original, Map<String, Object> values, Map<String, Object> given) {
        String model = original.model().name();
        if (!given.containsKey("name")
                && original.env().version().names("copies.named").contains(model)) {
            values.put("name", original.text("name") + " (copy)");
        }
    }
}
