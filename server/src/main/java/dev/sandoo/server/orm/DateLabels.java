package dev.sandoo.server.orm;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.query.DateSpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.WeekFields;
import java.util.Locale;

/** What stretches of time are called in a language: {@code January 2024}, {@code T1 2024}, {@code W5 2024}. */
final class DateLabels {
    private final Locale locale;
    private final Weeks weeks;

    /** @param lang a language code such as {@code fr_FR} or {@code sr@latin} */
    DateLabels(OdooVersion version, String lang) {
        this.locale = Locale.forLanguageTag(lang.split("@")[0].replace('_', '-'));
        this.weeks = version.has(GroupingMethods.FORMATTED) ? Weeks.OF_WEEK_YEARS : Weeks.OF_CALENDAR_YEARS;
    }

    /** The name of the stretch that begins then. */
    String label(DateSpan span, LocalDateTime start) {
        if (span == DateSpan.WEEK) {
            return weeks.label(start.toLocalDate(), WeekFields.of(locale));
        }
        return DateTimeFormatter.ofPattern(pattern(span), locale).format(start);
    }

    private static String pattern(DateSpan span) {
        return switch (span) {
            case HOUR -> "hh:00 dd MMM";
            case DAY -> "dd MMM yyyy";
            case WEEK, YEAR -> "yyyy";
            case MONTH -> "MMMM yyyy";
            case QUARTER -> "QQQ yyyy";
        };
    }

    /** How weeks are counted. Source: recorded answers, weeks around New Year of both versions. */
    private enum Weeks {
        /** A week belongs to one year, perhaps not to that of its first day. */
        OF_WEEK_YEARS {
            @Override
            String label(LocalDate start, WeekFields fields) {
                return "W" + start.get(fields.weekOfWeekBasedYear())
                        + String.format(Locale.ROOT, " %04d", start.get(fields.weekBasedYear()));
            }
        },

        /** Weeks are counted on to the end of the calendar year that their first day lies in. */
        OF_CALENDAR_YEARS {
            @Override
            String label(LocalDate start, WeekFields fields) {
                int weekday = start.getDayOfWeek().getValue()
                        - fields.getFirstDayOfWeek().getValue();
                int firstWeekday = Math.floorMod(weekday - start.getDayOfYear() + 1, 7);
                int week = (start.getDayOfYear() + firstWeekday - 1) / 7;
                boolean firstCounts = 7 - firstWeekday >= fields.getMinimalDaysInFirstWeek();
                return "W" + (firstCounts ? week + 1 : week) + " " + start.getYear();
            }
        };

        abstract String label(LocalDate start, WeekFields fields);
    }
}
