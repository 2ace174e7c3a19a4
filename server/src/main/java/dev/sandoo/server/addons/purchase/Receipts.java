package dev.sandoo.server.addons.purchase;

import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.addons.stock.OrderMoves;
import dev.sandoo.server.addons.stock.OrderMoves.Plan;
import dev.sandoo.server.addons.stock.OrderMoves.Wish;
import dev.sandoo.server.addons.stock.OrderTransfers;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The goods of confirmed orders come in: their receipts, and what the receipts make of the orders. */
final class Receipts implements Addon {
    private static final String ORDER = PurchaseAddon.ORDER;
    private static final String UNIT = "product_uom_id";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(
                        ORDER,
                        "picking_ids",
                        List.of("order_line.move_ids.picking_id"),
                        order -> OrderTransfers.of(order).all().ids())
                .computeEach(
                        ORDER,
                        "incoming_picking_count",
                        order -> order.records("picking_ids").size())
                .computeEach(
                        ORDER,
                        "receipt_status",
                        List.of("picking_ids.state", "order_line.move_ids.picking_id.state"),
                        order -> OrderTransfers.of(order).status(() -> "partial"))
                .computeEach(
                        ORDER, "is_shipped", order -> OrderTransfers.of(order).areClosed())
                .compute(
                        ORDER,
                        List.of("effective_date"),
                        List.of("picking_ids.date_done", "order_line.move_ids.picking_id.date_done"),
                        Receipts::firstDays);
    }

    private static void firstDays(Records orders, Compute.Results results) {
        for (Records order : orders) {
            Object first = OrderTransfers.of(order)
                    .firstDay(transfer -> !"supplier".equals(transfer.get("location_dest_id.usage")));
            results.set(order.id(), "effective_date", first);
        }
    }

    /** Orders of goods what is not on its way yet. */
    static void order(Records orders) {
        for (Records order : orders) {
            List<Wish> wishes = new ArrayList<>();
            for (Records line : order.records("order_line").filter(Receipts::isGoods)) {
                double missing = line.number("product_qty") - OrderMoves.planned(line, UNIT);
                if (missing > 0 && !OrderMoves.raise(line, UNIT, missing)) {
                    wishes.add(wish(line, missing));
                }
            }
            wishes.sort(Comparator.comparing(Wish::day));
            OrderMoves.make(
                    new Plan(order, "purchase_line_id", "purchase_ids", values(order), Map.of("partner_id", false)),
                    wishes);
        }
    }

    /** Takes back what is on its way and no longer wanted. */
    static void lower(Records lines) {
        for (Records line : lines.filter(Receipts::isGoods)) {
            double tooMuch = OrderMoves.planned(line, UNIT) - line.number("product_qty");
            if (tooMuch > 0) {
                OrderMoves.lower(line, UNIT, tooMuch);
            }
        }
    }

    private static boolean isGoods(Records line) {
        return "consu".equals(line.get("product_id.type"));
    }

    private static Wish wish(Records line, double missing) {
        Records unit = line.records("product_id.uom_id");
        double perUnit = Units.convert(1, line.records(UNIT), unit);
        LocalDateTime day = line.get("date_planned") == null ? line.env().now() : line.moment("date_planned");
        return new Wish(line, missing * perUnit, unit, day, line.number("price_unit_discounted") / perUnit);
    }

    private static Map<String, Object> values(Records order) {
        Records type = order.records("picking_type_id");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("picking_type_id", type.id());
        values.put("partner_id", order.integer("partner_id"));
        values.put(
                "location_id",
                OrderTransfers.outside(
                        order,
                        "partner_id.property_stock_supplier",
                        "supplier",
                        "picking_type_id.default_location_src_id"));
        values.put("location_dest_id", type.integer("default_location_dest_id"));
        return values;
    }
}
