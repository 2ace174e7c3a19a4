package dev.sandoo.server.orm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounds amounts half away from zero to multiples of a unit, such as the cents of a currency. */
public final class Rounding {
    /** What a double holds for certain: the digits behind are noise of binary fractions. */
    private static final MathContext CERTAIN = new MathContext(15, RoundingMode.HALF_EVEN);

    private Rounding() {}

    /**
     * The multiple of {@code unit} that is nearest to the value.
     *
     * @param unit such as 0.01; zero or less leaves the value as it is
     */
    public static double toUnit(double value, double unit) {
        if (unit <= 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return value;
        }
        BigDecimal step = BigDecimal.valueOf(unit);
        return new BigDecimal(value)
                .round(CERTAIN)
                .divide(step, 0, RoundingMode.HALF_UP)
                .multiply(step)
                .doubleValue();
    }

    /** The value with so many decimal digits. */
    public static double toDigits(double value, int digits) {
        return toUnit(value, BigDecimal.ONE.movePointLeft(digits).doubleValue());
    }
}
