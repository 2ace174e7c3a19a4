package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.orm.Rounding;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** {@code res.currency}: rates by day and rounding. Source: currencies of 19.0 and 14.0 over XML-RPC. */
public final class CurrencyAddon implements Addon {
    private static final String CURRENCY = "res.currency";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(CURRENCY, "decimal_places", List.of("rounding"), CurrencyAddon::decimalPlaces)
                .compute(
                        CURRENCY,
                        List.of("rate", "inverse_rate", "rate_string"),
                        List.of("rate_ids.rate"),
                        CurrencyAddon::rates)
                .compute(CURRENCY, List.of("date"), List.of("rate_ids.name"), CurrencyAddon::lastDay)
                .compute(CURRENCY, List.of("is_current_company_currency"), List.of(), CurrencyAddon::ownCurrency)
                .method(CURRENCY, "round", (self, arguments) -> round(self, number(arguments, "amount")))
                .method(CURRENCY, "is_zero", (self, arguments) -> round(self, number(arguments, "amount")) == 0)
                .method(
                        CURRENCY,
                        "compare_amounts",
                        (self, arguments) -> Double.compare(
                                round(self, number(arguments, "amount1")), round(self, number(arguments, "amount2"))));
    }

    private static double number(Arguments arguments, String name) {
        return arguments.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private static double round(Records currency, double amount) {
        return Rounding.toUnit(amount, currency.number("rounding")) + 0.0;
    }

    private static Object decimalPlaces(Records currency) {
        double rounding = currency.number("rounding");
        boolean fraction = rounding > 0 && rounding < 1;
        return fraction ? (int) Math.ceil(Math.log10(1 / rounding)) : 0;
    }

    private static void rates(Records currencies, Compute.Results results) {
        CurrencyRates rates = CurrencyRates.of(currencies.env());
        Records own = rates.companyCurrency();
        boolean described = currencies.model().fields().containsKey("rate_string");
        double base = described ? rates.of(own.id()) : 1;
        for (Records currency : currencies) {
            double rate = rates.of(currency.id()) / base;
            results.set(currency.id(), "rate", rate);
            if (described) {
                results.set(currency.id(), "inverse_rate", 1 / rate);
                results.set(
                        currency.id(),
                        "rate_string",
                        currency.id() == own.id()
                                ? ""
                                : String.format(
                                        Locale.ROOT, "1 %s = %.6f %s", own.text("name"), rate, currency.text("name")));
            }
        }
    }

    private static void lastDay(Records currencies, Compute.Results results) {
        for (Records currency : currencies) {
            currency.records("rate_ids").ids().stream()
                    .map(id -> currency.env().record(CurrencyRates.RATE, id).date("name"))
                    .max(Comparator.naturalOrder())
                    .ifPresent(day -> results.set(currency.id(), "date", day));
        }
    }

    private static void ownCurrency(Records currencies, Compute.Results results) {
        int own = CurrencyRates.of(currencies.env()).companyCurrency().id();
        currencies.ids().forEach(id -> results.set(id, "is_current_company_currency", id == own));
    }
}
