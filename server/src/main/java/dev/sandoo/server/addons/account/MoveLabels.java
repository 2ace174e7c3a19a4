package dev.sandoo.server.addons.account;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** What forms say of an entry beside its values. Source: entries and bills on 19.0 and 14.0. */
final class MoveLabels implements Addon {
    private static final String MOVE = "account.move";
    private static final Map<String, String> KINDS = Map.of(
            "out_invoice", "Invoice",
            "out_refund", "Credit Note",
            "in_invoice", "Vendor Bill",
            "in_refund", "Vendor Credit Note",
            "out_receipt", "Sales Receipt",
            "in_receipt", "Purchase Receipt",
            "entry", "Journal Entry");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(MOVE, "type_name", List.of("move_type"), MoveLabels::kind)
                .computeEach(MOVE, "direction_sign", List.of("move_type"), MoveLabels::sign)
                .computeEach(MOVE, "commercial_partner_id", List.of("partner_id"), MoveLabels::commercial)
                .computeEach(MOVE, "invoice_filter_type_domain", List.of("move_type"), MoveLabels::taxUse);
    }

    private static Object kind(Records move) {
        return KINDS.get(move.text("move_type"));
    }

    /** What comes in is counted down, what goes out up; a plain entry stands as it is. */
    private static Object sign(Records move) {
        String type = move.text("move_type");
        boolean up = List.of("entry", "in_invoice", "in_receipt", "out_refund").contains(type);
        return up ? 1 : -1;
    }

    private static Object commercial(Records move) {
        return move.get("partner_id.commercial_partner_id");
    }

    private static Object taxUse(Records move) {
        MoveKind kind = new MoveKind(move.text("move_type"));
        String use = kind.isSale() ? "sale" : "purchase";
        return kind.isInvoice() ? use : null;
    }
}
