package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.db.DatabaseClock.Pace;
import dev.sandoo.server.db.DatabaseClock.Reading;
import dev.sandoo.server.db.TestPostgres;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database's clock, and what goes by it. */
class DatabaseClockIT {
    private static final LocalDateTime NEW_YEAR = LocalDateTime.parse("2031-01-01T00:00:00");
    private static final Duration MOMENT = Duration.ofMinutes(1);

    @AutoClose
    private TestRpc rpc;

    private DatabaseClocks clocks;

    private void start(String version) {
        rpc = new TestRpc(version);
        clocks = new DatabaseClocks(rpc.version(), TestPostgres.databases(version));
    }

    @Test
    void clockShowsTheRealTimeUntilItIsSetAndAfterItIsCleared() {
        start("19.0");

        assertReads(clocks.read(rpc.databaseName()), LocalDateTime.now(ZoneOffset.UTC), Pace.REAL);
        assertReads(clocks.set(rpc.databaseName(), NEW_YEAR), NEW_YEAR, Pace.RUNNING);
        assertReads(clocks.read(rpc.databaseName()), NEW_YEAR, Pace.RUNNING);
        assertReads(clocks.clear(rpc.databaseName()), LocalDateTime.now(ZoneOffset.UTC), Pace.REAL);
    }

    @Test
    void frozenClockStandsStillUntilItIsMoved() {
        start("19.0");
        clocks.freeze(rpc.databaseName(), NEW_YEAR);

        assertEquals(new Reading(NEW_YEAR, Pace.FROZEN), clocks.read(rpc.databaseName()));
        assertEquals(
                new Reading(NEW_YEAR.plusHours(2), Pace.FROZEN),
                clocks.advance(rpc.databaseName(), Duration.ofHours(2)));
    }

    @Test
    void clockKeepsToTheYearsThatOdooHas() {
        start("19.0");

        String database = rpc.databaseName();
        assertThrows(
                DateTimeException.class,
                () -> clocks.set(
                        database, LocalDateTime.parse("9999-12-31T23:00:00").plusDays(1)));
        assertEquals(Pace.REAL, clocks.read(database).pace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void recordsBearTheClocksTime(String version) {
        start(version);
        clocks.freeze(rpc.databaseName(), NEW_YEAR);

        Object partner = rpc.admin("res.partner", "create", Map.of("name", "Clock"));
        clocks.advance(rpc.databaseName(), Duration.ofDays(1));
        rpc.admin("res.partner", "write", List.of(partner), Map.of("name", "Later"));

        List<?> rows =
                (List<?>) rpc.admin("res.partner", "read", List.of(partner), List.of("create_date", "write_date"));
        Map<?, ?> row = (Map<?, ?>) rows.get(0);
        assertEquals("2031-01-01 00:00:00", row.get("create_date").toString());
        assertEquals("2031-01-02 00:00:00", row.get("write_date").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void defaultsTakeTheClocksTime(String version) {
        start(version);
        clocks.freeze(rpc.databaseName(), NEW_YEAR);

        Map<?, ?> defaults = (Map<?, ?>) rpc.admin("sale.order", "default_get", List.of("date_order"));

        assertEquals("2031-01-01 00:00:00", defaults.get("date_order").toString());
    }

    @Test
    void relativeDatesInDomainsGoByTheClock() {
        start("19.0");
        clocks.freeze(rpc.databaseName(), NEW_YEAR);
        rpc.admin("res.partner", "create", Map.of("name", "Clock"));

        List<Object> ofLastHour = List.of(List.of("create_date", ">", "-1H"));
        assertEquals(1, rpc.admin("res.partner", "search_count", ofLastHour));
        clocks.advance(rpc.databaseName(), Duration.ofHours(2));
        assertEquals(0, rpc.admin("res.partner", "search_count", ofLastHour));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void keysExpireByTheClock(String version) {
        start(version);
        String key = rpc.key(TestRpc.ADMIN);
        rpc.change("UPDATE res_users_apikeys SET expiration_date = ?", NEW_YEAR);

        clocks.set(rpc.databaseName(), NEW_YEAR.minusHours(1));
        assertEquals(1, rpc.as(TestRpc.ADMIN, key, "res.users", "search_count", List.of(List.of("id", "=", 2))));
        clocks.advance(rpc.databaseName(), Duration.ofHours(2));
        assertTrue(TestRpc.refusal(() -> rpc.as(TestRpc.ADMIN, key, "res.users", "search_count", List.of()))
                .startsWith("DENIED"));
    }

    @Test
    void clockThatIsPutBackLocksNobodyOut() {
        start("14.0");
        clocks.set(rpc.databaseName(), NEW_YEAR);
        for (int i = 0; i < 12; i++) {
            rpc.login("admin", "wrong");
        }
        assertTrue(TestRpc.refusal(() -> rpc.admin("res.partner", "search_count", List.of()))
                .startsWith("DENIED"));

        clocks.clear(rpc.databaseName());

        assertEquals(TestRpc.ADMIN, rpc.login("admin", "admin"));
    }

    private static void assertReads(Reading reading, LocalDateTime about, Pace pace) {
        assertEquals(pace, reading.pace());
        assertTrue(Duration.between(about, reading.now()).abs().compareTo(MOMENT) < 0, reading.toString());
    }
}
