package dev.sandoo.server.addons.stock;

import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Transfers and moves for orders: what is ordered and not yet on its way gets a move in the order's open transfer. */
public final class OrderMoves {

    private OrderMoves() {}

    /**
     * What an order wants moved.
     *
     * @param lineField the field of moves that names the line they are for
     * @param referenceField the field of references that names the order
     * @param values of the transfer: its kind, partner and places
     * @param ofMoves values that all the moves get
     */
    public record Plan(
            Records order,
            String lineField,
            String referenceField,
            Map<String, Object> values,
            Map<String, Object> ofMoves) {}

    /** A quantity of a line's product that is to be moved. */
    public record Wish(Records line, double quantity, Records unit, LocalDateTime day, double price) {}

    /** Makes the moves in the order's open transfer, or in a new one, and confirms them. */
    public static void make(Plan plan, List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return;
        }
        Environment env = plan.order().env().sudo();
        Records transfer = open(plan, env);
        Object reference = reference(plan, env);
        List<Map<String, Object>> moves = new ArrayList<>();
        wishes.forEach(wish -> moves.add(move(plan, wish, transfer, reference)));
        Records made = env.model(StockAddon.MOVE).createAll(moves);
        Moves.confirm(made);
    }

    private static Records open(Plan plan, Environment env) {
        List<Integer> ids = new ArrayList<>();
        for (Records move : plan.order().sudo().records("order_line.move_ids")) {
            ids.add(move.integer("picking_id"));
        }
        ids.removeIf(id -> id == 0);
        Records open = env.records(StockAddon.TRANSFER, new LinkedHashSet<>(ids))
                .filter(transfer -> !List.of("done", "cancel").contains(transfer.text("state"))
                        && !transfer.bool("printed")
                        && plan.values().get("location_dest_id").equals(transfer.get("location_dest_id")));
        if (!open.isEmpty()) {
            return open.iterator().next();
        }
        Map<String, Object> values = new LinkedHashMap<>(plan.values());
        values.put("origin", plan.order().text("name"));
        values.put("user_id", false);
        return env.model(StockAddon.TRANSFER).create(values);
    }

    /** What holds together all moves of an order. */
    private static Object reference(Plan plan, Environment env) {
        Records known = TransferFields.open(plan.order().sudo().records("order_line.move_ids"))
                .records("reference_ids");
        if (!known.isEmpty()) {
            return known.ids().get(0);
        }
        List<Object> orders = List.of(List.of(4, plan.order().id(), 0));
        return env.model("stock.reference")
                .create(Map.of("name", plan.order().text("name"), plan.referenceField(), orders))
                .id();
    }

    private static Map<String, Object> move(Plan plan, Wish wish, Records transfer, Object reference) {
        String day = DatetimeText.of(wish.day());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("picking_id", transfer.id());
        values.put("product_id", wish.line().integer("product_id"));
        values.put("product_uom_qty", wish.quantity());
        values.put("product_uom", wish.unit().id());
        values.put("price_unit", wish.price());
        values.put("date", day);
        values.put("date_deadline", day);
        values.put("origin", plan.order().text("name"));
        values.put("company_id", plan.order().integer("company_id"));
        values.put("location_final_id", plan.values().get("location_dest_id"));
        values.put("warehouse_id", warehouse(transfer));
        values.put("reference_ids", List.of(List.of(4, reference, 0)));
        values.put(plan.lineField(), wish.line().id());
        values.putAll(plan.ofMoves());
        return values;
    }

    private static Object warehouse(Records transfer) {
        int warehouse = transfer.integer("picking_type_id.warehouse_id");
        return warehouse == 0 ? (Object) false : warehouse;
    }

    /** How much of a line is on its way or has arrived, in the line's unit; what goes back counts less. */
    public static double planned(Records line, String unitField) {
        double sum = 0;
        for (Records move : line.sudo().records("move_ids")) {
            if (!"cancel".equals(move.get("state"))) {
                boolean back = move.integer("origin_returned_move_id") != 0;
                double quantity = Units.convert(
                        move.number("done".equals(move.get("state")) ? "quantity" : "product_uom_qty"),
                        move.records("product_uom"),
                        line.records(unitField));
                sum += back ? -quantity : quantity;
            }
        }
        return sum;
    }

    /** Lowers what the open moves of a line want. @param quantity in the line's unit */
    public static void lower(Records line, String unitField, double quantity) {
        double left = quantity;
        for (Records move : TransferFields.open(line.sudo().records("move_ids"))) {
            double wanted = move.number("product_uom_qty");
            double off = Math.min(wanted, Units.convert(left, line.records(unitField), move.records("product_uom")));
            if (off > 0) {
                left -= off;
                move.write(Map.of("product_uom_qty", wanted - off));
                Reservation.reserve(move);
            }
        }
    }

    /** Raises what the first open move of a line wants; false when there is none. */
    public static boolean raise(Records line, String unitField, double quantity) {
        Records open = TransferFields.open(line.sudo().records("move_ids"));
        if (open.isEmpty()) {
            return false;
        }
        Records move = open.iterator().next();
        double more = Units.convert(quantity, line.records(unitField), move.records("product_uom"));
        move.write(Map.of("product_uom_qty", move.number("product_uom_qty") + more));
        Reservation.reserve(move);
        return true;
    }

    /** Cancels what is still to be moved for these transfers' orders. */
    public static void cancel(Records transfers) {
        Moves.cancel(TransferFields.open(transfers.sudo().records("move_ids")));
    }
}
