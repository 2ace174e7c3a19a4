package dev.sandoo.server.query;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The stretches of time that records can be grouped by. */
public enum DateSpan {
    HOUR(1, ChronoUnit.HOURS),
    DAY(1, ChronoUnit.DAYS),
    WEEK(1, ChronoUnit.WEEKS),
    MONTH(1, ChronoUnit.MONTHS),
    QUARTER(3, ChronoUnit.MONTHS),
    YEAR(1, ChronoUnit.YEARS);

    private final int amount;
    private final ChronoUnit unit;
    private final String wireName = name().toLowerCase(Locale.ROOT);

    DateSpan(int amount, ChronoUnit unit) {
        this.amount = amount;
        this.unit = unit;
    }

    /** The name that groupbys give it, which is PostgreSQL's {@code date_trunc} name too. */
    public String wireName() {
        return wireName;
    }

    /** The beginning of the stretch that follows the one beginning here. */
    public LocalDateTime after(LocalDateTime start) {
        return start.plus(amount, unit);
    }

    /** The span with this name, if there is one. */
    public static Optional<DateSpan> of(String wireName) {
        return Arrays.stream(values())
                .filter(span -> span.wireName.equals(wireName))
                .findFirst();
    }
}
