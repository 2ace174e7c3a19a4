package dev.sandoo.server.addons.account;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** {@code account.tax}: whether prices include it, and the country and group it belongs to when nobody says. */
public final class TaxAddon implements Addon {
    private static final String TAX = "account.tax";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(
                        TAX,
                        "price_include",
                        List.of("price_include_override", "company_id.account_price_include"),
                        TaxAddon::priceInclude)
                .computeEach(TAX, "country_id", TaxAddon::country)
                .computeEach(TAX, "tax_group_id", TaxAddon::group);
    }

    private static Object priceInclude(Records tax) {
        Object own = tax.get("price_include_override");
        Object how = own == null ? tax.get("company_id.account_price_include") : own;
        return "tax_included".equals(how);
    }

    private static Object country(Records tax) {
        Object fiscal = tax.get("company_id.account_fiscal_country_id");
        Object kept = tax.get("country_id");
        return kept == null ? fiscal : kept;
    }

    /** The first group of the country, or of no country. */
    private static Object group(Records tax) {
        Condition condition = Condition.term("company_id", Operator.EQUALS, tax.integer("company_id"));
        Records groups = tax.env().model("account.tax.group").search(condition);
        Records near = groups.filter(one -> one.integer("country_id") == tax.integer("country_id"));
        Records chosen = near.isEmpty() ? groups : near;
        return chosen.isEmpty() ? null : chosen.ids().get(0);
    }
}
