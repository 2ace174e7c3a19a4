package dev.sandoo.server.addons.product;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Product categories: the whole way as their name, and how many products they hold. */
final class Categories implements Addon {
    private static final String CATEGORY = ProductAddon.CATEGORY;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(
                        CATEGORY,
                        List.of("complete_name"),
                        List.of("name", "parent_id.complete_name"),
                        Categories::completeName)
                .compute(CATEGORY, "product_count", Categories::productCount);
    }

    private static void completeName(Records categories, Compute.Results results) {
        for (Records category : categories) {
            String above = category.text("parent_id.complete_name");
            String name = category.text("name");
            results.set(category.id(), "complete_name", above.isEmpty() ? name : above + " / " + name);
        }
    }

    private static void productCount(Records categories, Compute.Results results) {
        for (Records category : categories) {
            Condition within = Condition.term("categ_id", Operator.CHILD_OF, category.id());
            results.set(
                    category.id(),
                    "product_count",
                    category.env().model(ProductAddon.TEMPLATE).search(within).size());
        }
    }
}
