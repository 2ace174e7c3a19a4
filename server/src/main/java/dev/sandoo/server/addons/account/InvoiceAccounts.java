package dev.sandoo.server.addons.account;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;

/** Which accounts an invoice is kept on: of products by product, category, journal and company, of partners by partner. */
final class InvoiceAccounts {
    private InvoiceAccounts() {}

    /** The account of what is sold or bought; 0 when none is set. */
    static int ofLine(Records move, MoveKind kind, Records product) {
        String way = kind.isPurchase() ? "expense" : "income";
        int account = number(product, "property_account_" + way + "_id");
        if (account == 0 && !product.isEmpty()) {
            account = number(product.records("categ_id"), "property_account_" + way + "_categ_id");
        }
        if (account == 0) {
            account = number(move.records("journal_id"), "default_account_id");
        }
        return account == 0 ? number(move.records("company_id"), way + "_account_id") : account;
    }

    /** The account that the partner owes on, or is owed on. */
    static int ofPartner(Records move, MoveKind kind) {
        String side = kind.isPurchase() ? "payable" : "receivable";
        return ofPartner(move.env(), move.records("partner_id"), side);
    }

    /** The account that a partner, or nobody in particular, is {@code receivable} or {@code payable} on. */
    static int ofPartner(Environment env, Records partner, String side) {
        int own = number(partner, "property_account_" + side + "_id");
        return own == 0 ? first(env, side) : own;
    }

    private static int first(Environment env, String side) {
        boolean typed = env.registry().model("account.account").fields().containsKey("account_type");
        Condition condition = typed
                ? Condition.term(
                        "account_type",
                        Operator.EQUALS,
                        side.equals("payable") ? "liability_payable" : "asset_receivable")
                : Condition.term("user_type_id.type", Operator.EQUALS, side);
        return env.sudo().model("account.account").search(condition).ids().stream()
                .min(Integer::compare)
                .orElse(0);
    }

    private static int number(Records record, String field) {
        return record.isEmpty() || !record.model().fields().containsKey(field) ? 0 : record.integer(field);
    }
}
