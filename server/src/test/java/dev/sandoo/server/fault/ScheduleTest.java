package dev.sandoo.server.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.document.Document;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static Schedule of(String yaml) {
        return Schedule.read(Document.read("f", yaml));
    }

    /** The numbers of the first calls that are struck. */
    private static List<Long> struck(Schedule schedule, int calls) {
        return LongStream.rangeClosed(1, calls)
                .filter(call -> schedule.strikes(call, 0, schedule.random(call)))
                .boxed()
                .toList();
    }

    @Test
    void everyCallIsStruckUnlessItIsSaidOtherwise() {
        assertEquals(List.of(1L, 2L, 3L), struck(of("{}"), 3));
        assertEquals(List.of(), struck(of("share: 0"), 50));
    }

    @Test
    void shareIsMetInTheLongRun() {
        int struck = struck(of("{share: 0.2, seed: 3}"), 10_000).size();

        assertTrue(Math.abs(struck - 2_000) < 150, struck + " of 10,000");
    }

    @Test
    void seedDecidesWhichCallsAreStruck() {
        assertEquals(struck(of("{share: 0.5, seed: 1}"), 100), struck(of("{share: 0.5, seed: 1}"), 100));
        assertTrue(!struck(of("{share: 0.5, seed: 1}"), 100).equals(struck(of("{share: 0.5, seed: 2}"), 100)));
    }

    @Test
    void numbersAndStepsChooseCalls() {
        assertEquals(List.of(2L, 5L), struck(of("nth: [2, 5]"), 9));
        assertEquals(List.of(3L, 6L, 9L), struck(of("every: 3"), 9));
    }

    @Test
    void strikesEndAfterSoManyTimes() {
        Schedule schedule = of("times: 2");

        assertTrue(schedule.strikes(5, 1, schedule.random(5)));
        assertTrue(!schedule.strikes(5, 2, schedule.random(5)));
    }

    @Test
    void halfOfLogNormalDelaysLieBelowTheMedian() {
        Delay delay = Delay.logNormal(Duration.ofMillis(300), 0.6);
        Schedule schedule = of("seed: 5");

        long below = LongStream.range(0, 10_000)
                .filter(call -> delay.draw(schedule.random(call)).toMillis() < 300)
                .count();

        assertTrue(Math.abs(below - 5_000) < 250, below + " of 10,000");
    }
}
