package dev.sandoo.server.addons.base;

import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDate;
import java.util.Optional;

/** What currencies are worth to a company on a day; the context may name both. */
record CurrencyRates(Environment env, int companyId, LocalDate day) {
    static final String RATE = "res.currency.rate";

    private static final String ON_DAY = """
            SELECT rate::float8 FROM res_currency_rate
             WHERE currency_id = ? AND name <= ? AND (company_id IS NULL OR company_id = ?)
             ORDER BY company_id NULLS LAST, name DESC LIMIT 1""";

    private static final String FIRST = """
            SELECT rate::float8 FROM res_currency_rate
             WHERE currency_id = ? AND rate IS NOT NULL AND (company_id IS NULL OR company_id = ?)
             ORDER BY company_id NULLS LAST, name LIMIT 1""";

    static CurrencyRates of(Environment env) {
        String day = env.context().text("date", "");
        int company = env.context().get("company_id") instanceof Integer id && id != 0 ? id : env.companyId();
        return new CurrencyRates(env, company, day.isEmpty() ? env.today() : SequenceAddon.parse(day));
    }

    Records companyCurrency() {
        return env.sudo().record("res.company", companyId).records("currency_id");
    }

    /** The rate of the day; before the first rate later versions take that one, earlier ones 1. */
    double of(int currencyId) {
        Optional<Double> rate = first(SqlFragment.of(ON_DAY, currencyId, day, companyId));
        if (rate.isEmpty() && env.version().has("currencies.first-rate-reaches-back")) {
            rate = first(SqlFragment.of(FIRST, currencyId, companyId));
        }
        return rate.orElse(1.0);
    }

    private Optional<Double> first(SqlFragment query) {
        return env.transaction().query(query, row -> Optional.ofNullable(row.doubleOrNull(1))).stream()
                .findFirst()
                .flatMap(found -> found);
    }
}
