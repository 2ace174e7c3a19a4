package dev.sandoo.server.addons.account;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** {@code account.tax}: whether prices include it, and the country and group it belongs to when nobody says. */
public final class TaxAddon implements Addon {
    private static final String TAX = "account.tax";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(
                        TAX,
                        List.of("price_include"),
                        List.of("price_include_override", "company_id.account_price_include"),
                        TaxAddon::priceInclude)
                .compute(TAX, "country_id", TaxAddon::country)
                .compute(TAX, "tax_group_id", TaxAddon::group);
    }

    private static void priceInclude(Records taxes, Compute.Results results) {
        for (Records tax : taxes) {
            Object own = tax.get("price_include_override");
            Object how = own == null ? tax.get("company_id.account_price_include") : own;
            results.set(tax.id(), "price_include", "tax_included".equals(how));
        }
    }

    private static void country(Records taxes, Compute.Results results) {
        for (Records tax : taxes) {
            Object fiscal = tax.get("company_id.account_fiscal_country_id");
            Object kept = tax.get("country_id");
            results.set(tax.id(), "country_id", kept == null ? fiscal : kept);
        }
    }

    /** The first group of the country, or of no country. */
    private static void group(Records taxes, Compute.Results results) {
        for (Records tax : taxes) {
            Condition condition = Condition.term("company_id", Operator.EQUALS, tax.integer("company_id"));
            Records groups = tax.env().model("account.tax.group").search(condition);
            Records near = groups.filter(one -> one.integer("country_id") == tax.integer("country_id"));
            Records chosen = near.isEmpty() ? groups : near;
            results.set(
                    tax.id(),
                    "tax_group_id",
                    chosen.isEmpty() ? null : chosen.ids().get(0));
        }
    }
}
