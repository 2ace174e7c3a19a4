package dev.sandoo.server.addons.account;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;

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
        behaviours
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
