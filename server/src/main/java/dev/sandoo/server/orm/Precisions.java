package dev.sandoo.server.orm;

import dev.sandoo.server.sql.SqlFragment;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal digits by the name of their {@code decimal.precision} record. */
final class Precisions {
    private static final int UNKNOWN = 2;

    private final Environment env;

    Precisions(Environment env) {
        this.env = env;
    }

    /** The value rounded half up to the digits of that name. */
    double round(String name, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return value;
        }
        return new BigDecimal(Double.toString(value))
                .setScale(digits(name), RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** The digits of that name; 2 for a name without a record, as in Odoo. */
    int digits(String name) {
        return env.transaction()
                .queryFirst(
                        SqlFragment.of("SELECT digits FROM decimal_precision WHERE name = ?", name),
                        row -> row.integer(1))
                .orElse(UNKNOWN);
    }
}
