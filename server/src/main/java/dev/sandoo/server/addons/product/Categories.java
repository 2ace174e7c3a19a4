package dev.sandoo.server.addons.product;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Product categories: the whole way as their name, and how many products they hold. */
final class Categories implements Addon {
    private static final String CATEGORY = ProductAddon.CATEGORY;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(
                        CATEGORY, "complete_name", List.of("name", "parent_id.complete_name"), Categories::completeName)
                .computeEach(CATEGORY, "product_count", Categories::productCount);
    }

    private static Object completeName(Records category) {
        String above = category.text("parent_id.complete_name");
        String name = category.text("name");
        return above.isEmpty() ? name : above + " / " + name;
    }

    private static Object productCount(Records category) {
        Condition within = Condition.term("categ_id", Operator.CHILD_OF, category.id());
        return category.env().model(ProductAddon.TEMPLATE).search(within).size();
    }
}
