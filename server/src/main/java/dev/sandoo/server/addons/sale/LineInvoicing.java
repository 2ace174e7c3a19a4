package dev.sandoo.server.addons.sale;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** How much of a line is delivered and invoiced, and what that means for the order. */
final class LineInvoicing implements Addon {
    private static final String LINE = SaleAddon.LINE;
    private static final String ORDER = SaleAddon.ORDER;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(
                        LINE,
                        "qty_invoiced",
                        List.of("invoice_lines.move_id.state", "invoice_lines.quantity"),
                        LineInvoicing::invoiced)
                .computeEach(
                        LINE,
                        "qty_to_invoice",
                        List.of("qty_invoiced", "qty_delivered", "product_uom_qty", "state"),
                        LineInvoicing::toInvoice)
                .computeEach(
                        LINE,
                        "invoice_status",
                        List.of("state", "product_uom_qty", "qty_delivered", "qty_to_invoice", "qty_invoiced"),
                        LineInvoicing::lineStatus)
                .computeEach(
                        ORDER,
                        "invoice_status",
                        List.of("state", "order_line.invoice_status"),
                        LineInvoicing::orderStatus)
                .compute(
                        LINE,
                        List.of("qty_delivered_method"),
                        List.of("product_id", "is_expense"),
                        LineInvoicing::deliveryMethod)
                .compute(
                        ORDER,
                        List.of("invoice_ids", "invoice_count"),
                        List.of("order_line.invoice_lines"),
                        LineInvoicing::invoices);
    }

    private static Object invoiced(Records line) {
        double sum = 0;
        for (Records invoiceLine : line.records("invoice_lines")) {
            if (!"cancel".equals(invoiceLine.get("move_id.state"))) {
                boolean refund = "out_refund".equals(invoiceLine.get("move_id.move_type"));
                sum += invoiceLine.number("quantity") * (refund ? -1 : 1);
            }
        }
        return sum;
    }

    private static Object toInvoice(Records line) {
        double basis = isByOrder(line) ? line.number("product_uom_qty") : line.number("qty_delivered");
        boolean counts = OrderStates.isConfirmed(line) && line.get("display_type") == null;
        return counts ? basis - line.number("qty_invoiced") : 0.0;
    }

    private static boolean isByOrder(Records line) {
        return "order".equals(line.get("product_id.invoice_policy"));
    }

    private static Object lineStatus(Records line) {
        return status(line);
    }

    private static String status(Records line) {
        if (!OrderStates.isConfirmed(line)) {
            return "no";
        }
        double ordered = line.number("product_uom_qty");
        if (line.number("qty_to_invoice") != 0) {
            return "to invoice";
        }
        if (isByOrder(line) && ordered >= 0 && line.number("qty_delivered") > ordered) {
            return "upselling";
        }
        return line.number("qty_invoiced") >= ordered ? "invoiced" : "no";
    }

    private static Object orderStatus(Records order) {
        return OrderStates.isConfirmed(order) ? ofLines(order) : "no";
    }

    private static String ofLines(Records order) {
        List<String> statuses = order
                .records("order_line")
                .filter(line -> line.get("display_type") == null && !line.bool("is_downpayment"))
                .values("invoice_status")
                .values()
                .stream()
                .map(String::valueOf)
                .toList();
        if (statuses.contains("to invoice")) {
            return "to invoice";
        }
        if (!statuses.isEmpty() && statuses.stream().allMatch("invoiced"::equals)) {
            return "invoiced";
        }
        boolean upselling =
                !statuses.isEmpty() && List.of("invoiced", "upselling").containsAll(statuses);
        return upselling ? "upselling" : "no";
    }

    /** Goods count by their moves where there is stock, everything else by hand. */
    private static void deliveryMethod(Records lines, Compute.Results results) {
        boolean stock = lines.env().registry().find("stock.move").isPresent();
        for (Records line : lines) {
            boolean goods = stock && "consu".equals(line.get("product_id.type"));
            String method = line.bool("is_expense") ? "analytic" : goods ? "stock_move" : "manual";
            results.set(line.id(), "qty_delivered_method", method);
        }
    }

    private static void invoices(Records orders, Compute.Results results) {
        for (Records order : orders) {
            List<Integer> ids = order.records("order_line")
                    .records("invoice_lines")
                    .records("move_id")
                    .filter(move -> List.of("out_invoice", "out_refund").contains(move.text("move_type")))
                    .ids();
            results.set(order.id(), "invoice_ids", ids);
            results.set(order.id(), "invoice_count", ids.size());
        }
    }
}
