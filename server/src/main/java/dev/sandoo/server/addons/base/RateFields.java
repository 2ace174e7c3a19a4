package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** A rate as people write it: what the company's currency buys, or costs, of another. Source: asked of 19.0. */
public final class RateFields implements Addon {
    private static final String RATE = CurrencyRates.RATE;
    private static final String BOUGHT = "company_rate";
    private static final String COST = "inverse_company_rate";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(RATE, List.of(BOUGHT, COST), List.of("rate", "name", "company_id"), RateFields::shown)
                .inverse(RATE, BOUGHT, (rates, value) -> take(rates, number(value)))
                .inverse(RATE, COST, (rates, value) -> take(rates, 1 / orOne(number(value))));
    }

    private static void shown(Records rates, Compute.Results results) {
        for (Records rate : rates) {
            double bought = orOne(rate.number("rate")) / ofCompany(rate);
            results.set(rate.id(), BOUGHT, bought);
            results.set(rate.id(), COST, 1 / orOne(bought));
        }
    }

    private static void take(Records rates, double bought) {
        for (Records rate : rates) {
            rate.write(Map.of("rate", bought * ofCompany(rate)));
        }
    }

    /** What the company's own currency is worth on the day. */
    private static double ofCompany(Records rate) {
        Records company = rate.sudo().records("company_id");
        int owner = company.isEmpty() ? rate.env().companyId() : company.id();
        CurrencyRates day = new CurrencyRates(rate.env(), owner, rate.date("name"));
        return orOne(day.of(day.companyCurrency().id()));
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static double orOne(double number) {
        return number == 0 ? 1 : number;
    }
}
