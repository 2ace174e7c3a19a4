package dev.sandoo.server.addons.stock;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends goods back that a transfer has brought. */
final class ReturnWizard implements Addon {
    private static final String WIZARD = "stock.return.picking";
    private static final String LINE = "stock.return.picking.line";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(WIZARD, "product_return_moves", ReturnWizard::lines)
                .computeEach(
                        LINE,
                        "uom_id",
                        line -> line.get("move_id.product_uom") == null
                                ? line.get("product_id.uom_id")
                                : line.get("move_id.product_uom"))
                .method(WIZARD, "action_create_returns", ReturnWizard::create)
                .method(WIZARD, "action_create_returns_all", (wizard, arguments) -> {
                    for (Records line : wizard.records("product_return_moves")) {
                        line.write(Map.of("quantity", line.number("move_id.quantity")));
                    }
                    return create(wizard, arguments);
                });
    }

    /** A line of nothing for each move that is done. */
    private static Object lines(Records wizard) {
        Records transfer = wizard.records("picking_id");
        if (!transfer.isEmpty() && !"done".equals(transfer.get("state"))) {
            throw new UserError("You may only return Done pickings.");
        }
        List<Map<String, Object>> values = new ArrayList<>();
        for (Records move : transfer.records("move_ids").filter(one -> "done".equals(one.get("state")))) {
            values.add(Map.of(
                    "wizard_id", wizard.id(),
                    "move_id", move.id(),
                    "product_id", move.integer("product_id"),
                    "quantity", 0));
        }
        return wizard.env().model(LINE).createAll(values).ids();
    }

    private static Object create(Records wizard, Arguments arguments) {
        Records lines = wizard.records("product_return_moves").filter(line -> line.number("quantity") > 0);
        if (lines.isEmpty()) {
            throw new UserError("Please specify at least one non-zero quantity.");
        }
        Records transfer = wizard.records("picking_id");
        Records back = transfer.create(values(transfer));
        List<Map<String, Object>> moves = new ArrayList<>();
        lines.forEach(line -> moves.add(move(line, back)));
        wizard.env().model(StockAddon.MOVE).createAll(moves);
        Moves.confirm(back.records("move_ids"));
        Reservation.reserve(back.records("move_ids"));
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Returned Picking");
        action.put("view_mode", "form");
        action.put("res_model", StockAddon.TRANSFER);
        action.put("res_id", back.id());
        action.put("type", "ir.actions.act_window");
        action.put("context", wizard.env().context().values());
        return action;
    }

    private static Map<String, Object> values(Records transfer) {
        int type = transfer.integer("picking_type_id.return_picking_type_id");
        int partner = transfer.integer("partner_id");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("picking_type_id", type == 0 ? transfer.integer("picking_type_id") : type);
        values.put("partner_id", partner == 0 ? (Object) false : partner);
        values.put("origin", "Return of " + transfer.text("name"));
        values.put("return_id", transfer.id());
        values.put("location_id", transfer.integer("location_dest_id"));
        values.put("location_dest_id", transfer.integer("location_id"));
        return values;
    }

    private static Map<String, Object> move(Records line, Records back) {
        Records original = line.records("move_id");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("picking_id", back.id());
        values.put("product_id", line.integer("product_id"));
        values.put("product_uom_qty", line.number("quantity"));
        values.put("product_uom", line.integer("uom_id"));
        values.put("to_refund", line.bool("to_refund"));
        values.put("procure_method", "make_to_stock");
        if (!original.isEmpty()) {
            values.put("origin_returned_move_id", original.id());
            values.put("move_orig_ids", List.of(List.of(4, original.id(), 0)));
            values.put("origin", original.text("origin").isEmpty() ? (Object) false : original.text("origin"));
            values.put(
                    "reference_ids",
                    List.of(List.of(6, 0, original.records("reference_ids").ids())));
            for (String name : List.of("purchase_line_id", "sale_line_id", "warehouse_id")) {
                values.put(name, original.integer(name) == 0 ? (Object) false : original.integer(name));
            }
        }
        return values;
    }
}
