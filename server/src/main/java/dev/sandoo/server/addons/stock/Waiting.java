package dev.sandoo.server.addons.stock;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;

/** Which moves still want goods. */
final class Waiting {
    private Waiting() {}

    /** Those that are to be reserved by today from one of the places or from what contains it. */
    static Condition forGoods(Environment env, List<Integer> products, Records places) {
        return Condition.allOf(List.of(
                Condition.term("product_id", Operator.IN, new ArrayList<Object>(products)),
                Condition.term("state", Operator.IN, List.of("confirmed", "partially_available")),
                Condition.term("procure_method", Operator.EQUALS, "make_to_stock"),
                Condition.term(
                        "reservation_date", Operator.LESS_OR_EQUAL, env.today().toString()),
                Condition.term("location_id", Operator.PARENT_OF, new ArrayList<Object>(places.ids()))));
    }
}
