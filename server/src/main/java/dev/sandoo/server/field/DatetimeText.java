package dev.sandoo.server.field;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/** Moments as they are written on the wire: {@code 2024-05-06 07:08:09}, in UTC. */
public final class DatetimeText {
    private DatetimeText() {}

    /** Written by hand: formatting dominates the reading of many records otherwise. */
    public static String of(LocalDateTime value) {
        if (value.getYear() < 1000 || value.getYear() > 9999) {
            return String.format(
                    "%d-%02d-%02d %02d:%02d:%02d",
                    value.getYear(),
                    value.getMonthValue(),
                    value.getDayOfMonth(),
                    value.getHour(),
                    value.getMinute(),
                    value.getSecond());
        }
        byte[] out = new byte[19];
        two(out, 0, value.getYear() / 100);
        two(out, 2, value.getYear() % 100);
        out[4] = '-';
        two(out, 5, value.getMonthValue());
        out[7] = '-';
        two(out, 8, value.getDayOfMonth());
        out[10] = ' ';
        two(out, 11, value.getHour());
        out[13] = ':';
        two(out, 14, value.getMinute());
        out[16] = ':';
        two(out, 17, value.getSecond());
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    private static void two(byte[] out, int at, int value) {
        out[at] = (byte) ('0' + value / 10);
        out[at + 1] = (byte) ('0' + value % 10);
    }
}
