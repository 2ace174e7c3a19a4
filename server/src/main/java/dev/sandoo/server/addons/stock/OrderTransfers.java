package dev.sandoo.server.addons.stock;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Records;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The transfers of an order, and what they say of how far it is. */
public record OrderTransfers(Records all) {
    public static OrderTransfers of(Records order) {
        return new OrderTransfers(order.records("order_line.move_ids.picking_id"));
    }

    /**
     * How far they are: full, pending or what it is called when some are done; null when there is nothing to transfer.
     *
     * @param begun the word for some being done
     */
    public Object status(Supplier<String> begun) {
        Collection<Object> states = states();
        if (states.stream().allMatch("cancel"::equals)) {
            return null;
        }
        return areOver() ? "full" : states.contains("done") ? begun.get() : "pending";
    }

    /** Whether there are any, and all are done or cancelled. */
    public boolean areClosed() {
        return !states().isEmpty() && areOver();
    }

    private boolean areOver() {
        return states().stream().allMatch(state -> state.equals("done") || state.equals("cancel"));
    }

    private Collection<Object> states() {
        return all.values("state").values();
    }

    /**
     * When the first of them was done, as a moment in UTC; null when none is.
     *
     * @param counts which of them are asked
     */
    public Object firstDay(Predicate<Records> counts) {
        return all
                .filter(transfer -> "done".equals(transfer.get("state")) && counts.test(transfer))
                .values("date_done")
                .values()
                .stream()
                .filter(Objects::nonNull)
                .map(LocalDateTime.class::cast)
                .min(Comparator.naturalOrder())
                .map(Object.class::cast)
                .orElse(null);
    }

    /**
     * The place outside of the company where an order's goods come from or go to.
     *
     * @param ownField names the partner's own
     * @param usage of the places of which the first is meant otherwise
     * @param lastResort names the place when there is none of this usage
     */
    public static int outside(Records order, String ownField, String usage, String lastResort) {
        int own = order.integer(ownField);
        if (own != 0) {
            return own;
        }
        Records places =
                order.env().sudo().model("stock.location").search(Condition.term("usage", Operator.EQUALS, usage));
        return places.ids().stream().mapToInt(id -> id).min().orElseGet(() -> order.integer(lastResort));
    }
}
