package dev.sandoo.server.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which texts may differ: moments and dates that are as far from now as they were then, random tokens, numbers of documents, and
 * ids within texts. Used in one thread.
 */
final class TextComparison {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Duration NEAR = Duration.ofMinutes(2);
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{32,128}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Matches matches;
    private final Instant then;
    private final Instant now;

    /**
     * For one call.
     *
     * @param then when it was recorded
     * @param now when it is replayed
     */
    TextComparison(Matches matches, Instant then, Instant now) {
        this.matches = matches;
        this.then = then;
        this.now = now;
    }

    boolean isSame(String recorded, String actual) {
        if (recorded.equals(actual) || areSimilarMoments(recorded, actual) || areSimilarDates(recorded, actual)) {
            return true;
        }
        boolean same = recorded.length() == actual.length()
                        && TOKEN.matcher(recorded).matches()
                        && TOKEN.matcher(actual).matches()
                || differsInNumbersOnly(recorded, actual);
        if (same) {
            matches.noteText(recorded, actual);
        }
        return same;
    }

    /** A text in which all numbers read alike: messages name ids and counts. */
    static String withoutNumbers(String text) {
        return DIGITS.matcher(text).replaceAll("0");
    }

    private boolean areSimilarMoments(String recorded, String actual) {
        Optional<Instant> was = moment(recorded);
        Optional<Instant> is = moment(actual);
        return was.isPresent()
                && is.isPresent()
                && Duration.between(then, was.get())
                                .minus(Duration.between(now, is.get()))
                                .abs()
                                .compareTo(NEAR)
                        <= 0;
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.length() == 19
                    ? Optional.of(LocalDateTime.parse(text, MOMENT).toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private boolean areSimilarDates(String recorded, String actual) {
        Optional<LocalDate> was = date(recorded);
        Optional<LocalDate> is = date(actual);
        return was.isPresent()
                && is.isPresent()
                && Math.abs(ChronoUnit.DAYS.between(day(then), was.get()) - ChronoUnit.DAYS.between(day(now), is.get()))
                        <= 1;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private boolean differsInNumbersOnly(String recorded, String actual) {
        Matcher was = DIGITS.matcher(recorded);
        Matcher is = DIGITS.matcher(actual);
        int wasEnd = 0;
        int isEnd = 0;
        while (was.find()) {
            if (!is.find()
                    || !recorded.substring(wasEnd, was.start()).equals(actual.substring(isEnd, is.start()))
                    || !mayDiffer(was.group(), is.group())) {
                return false;
            }
            wasEnd = was.end();
            isEnd = is.end();
        }
        return !is.find() && recorded.substring(wasEnd).equals(actual.substring(isEnd));
    }

    /** The same number, an id that stands for the other, or numbers of documents: of four digits and more, one with a zero before. */
    private boolean mayDiffer(String recorded, String actual) {
        if (recorded.equals(actual)) {
            return true;
        }
        if (recorded.length() <= 9
                && actual.length() <= 9
                && matches.stands(Integer.parseInt(recorded), Integer.parseInt(actual))) {
            return true;
        }
        return recorded.length() >= 4
                && recorded.length() == actual.length()
                && (recorded.startsWith("0") || actual.startsWith("0"))
                && matches.matchNumber(recorded, actual);
    }
}
