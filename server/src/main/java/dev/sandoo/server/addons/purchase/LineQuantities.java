package dev.sandoo.server.addons.purchase;

import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** How much of a line is received and billed. */
final class LineQuantities implements Addon {
    private static final String LINE = PurchaseAddon.LINE;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(LINE, "product_uom_qty", LineQuantities::inProductUnits)
                .computeEach(LINE, "qty_received_method", LineQuantities::method)
                .computeEach(LINE, "qty_received", LineQuantities::received)
                .inverse(LINE, "qty_received", LineQuantities::receive)
                .compute(
                        LINE,
                        List.of("qty_invoiced", "qty_to_invoice"),
                        List.of(
                                "invoice_lines.move_id.state",
                                "invoice_lines.quantity",
                                "qty_received",
                                "product_qty",
                                "order_id.state"),
                        LineQuantities::billed);
    }

    private static Object inProductUnits(Records line) {
        double quantity = Units.convert(
                line.number("product_qty"), line.records("product_uom_id"), line.records("product_id.uom_id"));
        return line.get("display_type") == null ? quantity : 0.0;
    }

    /** Goods count by their moves, services by hand. */
    private static Object method(Records line) {
        boolean goods = "consu".equals(line.get("product_id.type"));
        Object method = goods ? "stock_moves" : "service".equals(line.get("product_id.type")) ? "manual" : null;
        return method;
    }

    private static Object received(Records line) {
        boolean byMoves = "stock_moves".equals(line.get("qty_received_method"));
        return byMoves ? moved(line) : line.number("qty_received_manual");
    }

    /** What came in less what went back to be refunded, in the line's unit. */
    private static double moved(Records line) {
        double sum = 0;
        for (Records move : line.records("move_ids").filter(one -> "done".equals(one.get("state")))) {
            double quantity =
                    Units.convert(move.number("quantity"), move.records("product_uom"), line.records("product_uom_id"));
            boolean back = "supplier".equals(move.get("location_dest_id.usage"));
            sum += back ? (move.bool("to_refund") ? -quantity : 0) : quantity;
        }
        return sum;
    }

    private static void receive(Records lines, Object quantity) {
        Records byHand = lines.filter(line -> "manual".equals(line.get("qty_received_method")));
        byHand.write(Map.of("qty_received_manual", PythonValues.isTrue(quantity) ? quantity : 0));
        List<Integer> others =
                lines.ids().stream().filter(id -> !byHand.ids().contains(id)).toList();
        lines.browse(others).write(Map.of("qty_received_manual", 0));
    }

    private static void billed(Records lines, Compute.Results results) {
        for (Records line : lines) {
            double billed = 0;
            for (Records item : line.records("invoice_lines")) {
                if (!"cancel".equals(item.get("move_id.state"))) {
                    double quantity = Units.convert(
                            item.number("quantity"), item.records("product_uom_id"), line.records("product_uom_id"));
                    billed += "in_refund".equals(item.get("move_id.move_type")) ? -quantity : quantity;
                }
            }
            boolean byOrder = "purchase".equals(line.get("product_id.purchase_method"));
            double due = line.number(byOrder ? "product_qty" : "qty_received") - billed;
            boolean confirmed = "purchase".equals(line.get("order_id.state"));
            results.set(line.id(), "qty_invoiced", billed);
            results.set(line.id(), "qty_to_invoice", confirmed ? due : 0.0);
        }
    }
}
