package dev.sandoo.server.access.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @ParameterizedTest
    @CsvSource({
        // 2026-11-20 is a Friday; Amsterdam is an hour ahead of UTC
        "2026-11-20T04:59:59.999999Z, false",
        "2026-11-20T05:00:00Z, true",
        "2026-11-20T18:59:59.999999Z, true",
        "2026-11-20T19:00:00Z, false",
        "2026-11-21T12:00:00Z, false",
        // in summer two hours ahead
        "2026-07-17T04:00:00Z, true",
        "2026-07-17T18:00:00Z, false"
    })
    void holdFromTheFirstMinuteToBeforeTheLast(Instant moment, boolean inside) {
        Hours hours = new Hours(
                AMSTERDAM, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(6, 0), LocalTime.of(20, 0));

        assertEquals(inside, hours.contain(moment));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T21:00:00Z, true",
        "2026-11-21T04:59:00Z, true",
        "2026-11-21T05:00:00Z, false",
        "2026-11-21T21:30:00Z, false",
        "2026-11-20T00:30:00Z, false"
    })
    void goOverMidnightWithTheDayTheyBeganOn(Instant moment, boolean inside) {
        Hours friday = new Hours(AMSTERDAM, Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));

        assertEquals(inside, friday.contain(moment));
    }

    @ParameterizedTest
    @CsvSource({
        // the night on which the clock is put forward has no 02:30, the one on which it is put back has two
        "2026-03-29T00:59:00Z, false",
        "2026-03-29T01:00:00Z, false",
        "2026-10-25T00:30:00Z, true",
        "2026-10-25T01:30:00Z, true"
    })
    void followTheClockOnTheWall(Instant moment, boolean inside) {
        Hours night = new Hours(AMSTERDAM, EnumSet.allOf(DayOfWeek.class), LocalTime.of(2, 0), LocalTime.of(3, 0));

        assertEquals(inside, night.contain(moment));
    }
}
