package dev.sandoo.server.addons.account;

import dev.sandoo.server.addons.base.PartnerCounts;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import java.util.List;

/** The index of what taxes, invoices and journal entries do. */
public final class AccountAddon implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        new TaxAddon().register(behaviours);
        new AccountCodes().register(behaviours);
        new MoveStates().register(behaviours);
        new PaymentStates().register(behaviours);
        new PaymentRegister().register(behaviours);
        new MoveReversal().register(behaviours);
        new MoveLabels().register(behaviours);
        new MoveNames().register(behaviours);
        Condition bills = Condition.term("move_type", Operator.IN, List.of("in_invoice", "in_refund"));
        PartnerCounts invoices = new PartnerCounts("account.move", "partner_id", env -> bills);
        PartnerCounts banks = new PartnerCounts("res.partner.bank", "partner_id");
        behaviours
                .compute("res.partner", "supplier_invoice_count", invoices.below("supplier_invoice_count"))
                .compute("res.partner", "bank_account_count", banks.own("bank_account_count"))
                .hooks("account.tax", new TaxHooks())
                .hooks("res.partner", new PartnerRanks())
                .hooks("account.move", new MoveHooks())
                .hooks("account.move.line", new MoveLineHooks())
                .hooks("account.payment", new PaymentHooks())
                .method("account.move.line", "reconcile", (items, arguments) -> {
                    items.requireReadable();
                    Reconciliation.match(items);
                    return null;
                })
                .method("account.move.line", "remove_move_reconcile", (items, arguments) -> {
                    items.requireReadable();
                    Reconciliation.undo(items);
                    return null;
                });
    }
}
