package dev.sandoo.server.addons.sale;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Records;

/** Where goods leave from. */
final class Warehouses {
    private Warehouses() {}

    /** The id of the company's first warehouse; null when it has none. */
    static Object first(Records company) {
        Records found = company.env()
                .sudo()
                .model("stock.warehouse")
                .search(Condition.term("company_id", Operator.EQUALS, company.id()));
        return found.isEmpty() ? null : found.ids().get(0);
    }
}
