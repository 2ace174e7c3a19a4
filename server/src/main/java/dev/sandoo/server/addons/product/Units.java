package dev.sandoo.server.addons.product;

import dev.sandoo.server.orm.Records;

/** Units of measure. */
public final class Units {
    private Units() {}

    /** A quantity of one unit counted in another; as it is when one of them is missing. */
    public static double convert(double quantity, Records from, Records to) {
        if (from.isEmpty() || to.isEmpty() || from.id() == to.id()) {
            return quantity;
        }
        return quantity * size(from) / size(to);
    }

    /** How much of its reference a unit is. Versions with categories of units keep the inverse. */
    private static double size(Records unit) {
        double factor = unit.number("factor");
        if (factor == 0) {
            return 1;
        }
        return unit.model().fields().containsKey("category_id") ? 1 / factor : factor;
    }
}
