package dev.sandoo.server.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much is logged. */
enum LogLevel {
    /** Nothing but faults of Sandoo itself. */
    ERROR,
    /** And what somebody should look into. */
    WARN,
    /** And one line a call. */
    INFO,
    /** And what helps to find a fault in Sandoo. */
    DEBUG;

    static Optional<LogLevel> named(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(LogLevel::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
