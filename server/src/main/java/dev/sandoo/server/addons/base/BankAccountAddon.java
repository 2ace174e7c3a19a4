package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Locale;

/** Bank accounts of partners: the number without what people write between its digits. */
public final class BankAccountAddon implements Addon {
    private static final String ACCOUNT = "res.partner.bank";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(ACCOUNT, "sanitized_acc_number", List.of("acc_number"), BankAccountAddon::sanitizedNumber)
                .computeEach(ACCOUNT, "acc_holder_name", List.of("partner_id.name"), BankAccountAddon::holderName)
                .compute(ACCOUNT, "display_name", BankAccountAddon::displayName)
                .compute(
                        ACCOUNT,
                        "acc_type",
                        (accounts, results) -> accounts.ids().forEach(id -> results.set(id, "acc_type", "bank")));
    }

    private static Object holderName(Records account) {
        return account.get("partner_id.name");
    }

    /** The number, and in the later version the bank. */
    private static void displayName(Records accounts, Compute.Results results) {
        boolean withBank = accounts.env().version().has("banks.named-with-accounts");
        for (Records account : accounts) {
            String bank = withBank ? account.text("bank_id.name") : "";
            String number = account.text("acc_number");
            results.set(account.id(), "display_name", bank.isEmpty() ? number : number + " - " + bank);
        }
    }

    private static Object sanitizedNumber(Records account) {
        String plain = account.text("acc_number").replaceAll("\\W+", "").toUpperCase(Locale.ROOT);
        return plain.isEmpty() ? null : plain;
    }
}
