package dev.sandoo.server.addons.stock;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Context;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way of a transfer: confirmed, ready, done, cancelled. */
final class TransferMethods implements Addon {
    private static final String TRANSFER = StockAddon.TRANSFER;
    private static final String NOT_TO_BACKORDER = "picking_ids_not_to_backorder";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(TRANSFER, "action_confirm", TransferMethods::confirm)
                .method(TRANSFER, "action_assign", TransferMethods::assign)
                .method(TRANSFER, "do_unreserve", TransferMethods::unreserve)
                .method(TRANSFER, "action_cancel", TransferMethods::cancel)
                .method(TRANSFER, "button_validate", (transfers, arguments) -> validate(transfers))
                .method(TRANSFER, "action_toggle_is_locked", TransferMethods::toggleLock);
    }

    private static Object confirm(Records transfers, Arguments arguments) {
        transfers.requireReadable();
        Moves.confirm(transfers.records("move_ids"));
        return true;
    }

    private static Object assign(Records transfers, Arguments arguments) {
        transfers.requireReadable();
        Moves.confirm(transfers.records("move_ids"));
        Records moves = TransferFields.open(transfers.records("move_ids"));
        if (moves.isEmpty()) {
            throw new UserError("Nothing to check the availability for.");
        }
        Reservation.reserve(moves);
        return true;
    }

    private static Object unreserve(Records transfers, Arguments arguments) {
        transfers.requireReadable();
        Moves.unreserve(transfers.records("move_ids"));
        return null;
    }

    private static Object cancel(Records transfers, Arguments arguments) {
        transfers.requireReadable();
        Moves.cancel(transfers.records("move_ids"));
        transfers.write(Map.of("is_locked", true));
        Records empty =
                transfers.filter(transfer -> transfer.records("move_ids").isEmpty());
        empty.write(Map.of("state", "cancel"));
        return true;
    }

    private static Object toggleLock(Records transfers, Arguments arguments) {
        transfers.write(Map.of("is_locked", !transfers.bool("is_locked")));
        return true;
    }

    /** Does the transfers, or asks what shall become of what is missing. */
    static Object validate(Records transfers) {
        transfers.requireReadable();
        Records open = transfers.filter(transfer -> !"done".equals(transfer.get("state")));
        Moves.confirm(
                open.filter(transfer -> "draft".equals(transfer.get("state"))).records("move_ids"));
        requireGoods(open);
        pick(open);
        Context context = transfers.env().context();
        Records asked = open.filter(TransferMethods::isPartial);
        if (!context.isTrue("skip_backorder", false) && !asked.isEmpty()) {
            return question(open, asked);
        }
        List<Integer> unwanted = context.ids(NOT_TO_BACKORDER);
        Records without = open.filter(transfer ->
                unwanted.contains(transfer.id()) || "never".equals(transfer.get("picking_type_id.create_backorder")));
        done(without, Completion.Rest.CANCELLED);
        done(Moves.without(open, without), Completion.Rest.BACKORDERED);
        return true;
    }

    private static void done(Records transfers, Completion.Rest rest) {
        if (!transfers.isEmpty()) {
            new Completion(transfers.env(), rest).transfers(transfers);
        }
    }

    private static void requireGoods(Records transfers) {
        if (!transfers
                .filter(transfer -> transfer.records("move_ids").isEmpty())
                .isEmpty()) {
            throw new UserError(
                    "You can’t validate an empty transfer. Please add some products to move before" + " proceeding.");
        }
        Records nothing = transfers.filter(transfer -> TransferFields.open(transfer.records("move_ids"))
                .filter(move -> move.number("quantity") > 0)
                .isEmpty());
        if (!nothing.isEmpty()) {
            throw new UserError("Transfer trouble alert! Validating a zero quantity transfer? You're not moving"
                    + " invisible goods around are you?\nSet some quantities and let's get moving!");
        }
        TrackedGoods.requireLots(transfers);
    }

    /** Who picks nothing means all of it. */
    private static void pick(Records transfers) {
        for (Records transfer : transfers) {
            Records moves = TransferFields.open(transfer.records("move_ids"));
            if (moves.filter(move -> move.bool("picked")).isEmpty()) {
                moves.write(Map.of("picked", true));
            }
        }
    }

    private static boolean isPartial(Records transfer) {
        return "ask".equals(transfer.get("picking_type_id.create_backorder"))
                && !TransferFields.open(transfer.records("move_ids"))
                        .filter(move ->
                                move.number("product_uom_qty") > (move.bool("picked") ? move.number("quantity") : 0))
                        .isEmpty();
    }

    private static Object question(Records transfers, Records asked) {
        List<Object> links = new ArrayList<>();
        asked.ids().forEach(id -> links.add(List.of(4, id)));
        Map<String, Object> context =
                new LinkedHashMap<>(transfers.env().context().values());
        context.put("button_validate_picking_ids", transfers.ids());
        context.put("default_show_transfers", asked.size() > 1);
        context.put("default_pick_ids", links);
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Create Backorder?");
        action.put("type", "ir.actions.act_window");
        action.put("view_mode", "form");
        action.put("res_model", "stock.backorder.confirmation");
        action.put("views", List.of(List.of(false, "form")));
        action.put("view_id", false);
        action.put("target", "new");
        action.put("context", context);
        return action;
    }
}
