package dev.sandoo.server.query;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.query.OrderBuilder.Unstored;
import dev.sandoo.server.query.Scope.Rights;
import java.util.List;

/** Turns an order into ORDER BY and the joins it needs. A many2one sorts as its model does. Made for one call. */
public final class OrderCompiler {
    private final QueryContext context;
    private final boolean strict;

    public OrderCompiler(QueryContext context) {
        this.context = context;
        this.strict = context.version().has(DomainParser.DOMAIN_OBJECTS);
    }

    /**
     * The order of the rows of the model's table, which the statement calls {@code alias}; the model's own order when none
     * is asked for. Records that are equal in it follow each other by id.
     *
     * @param order as it came over the wire: a text, or anything that Python takes for false
     * @throws dev.sandoo.server.error.OdooError when it is no order, or names a field that does not exist or cannot sort
     */
    public Ordering compile(Object order, ModelDef model, String alias) {
        boolean given = Truth.of(order);
        List<OrderTerm> parts = syntax().parse(given ? order : model.order());
        // Nobody is asked about the fields of the model's own order: a caller has not named them.
        Scope scope = new Scope(context, new Aliases(), model, alias, given ? Rights.CALLER : Rights.SUDO, false);
        OrderBuilder builder = new OrderBuilder(unstored(given), new Joins());
        for (OrderTerm part : parts) {
            builder.add(part, scope);
        }
        return builder.build(scope);
    }

    /** A model's own order may name fields that only Odoo can put into SQL; a caller's may not. */
    private Unstored unstored(boolean given) {
        if (!strict) {
            return Unstored.INHERITED_ONLY;
        }
        return given ? Unstored.REFUSED : Unstored.IGNORED;
    }

    private OrderSyntax syntax() {
        return strict ? OrderSyntax.WITH_NULLS : OrderSyntax.PLAIN;
    }
}
