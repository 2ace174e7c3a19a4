package dev.sandoo.server.addons.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.addons.TestCalls;
import dev.sandoo.server.error.ValidationError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Meetings: when they are and who attends. Expectations recorded from 19.0 and 14.0. */
class MeetingIT {
    private static final String EVENT = "calendar.event";
    private static final String START = "2035-05-06 10:00:00";

    @AutoClose
    private TestCalls models;

    private Object read(int id, String field) {
        List<?> rows = (List<?>) models.call(EVENT, "read", List.of(List.of(id), List.of(field)), Map.of());
        return ((Map<?, ?>) rows.get(0)).get(field);
    }

    private List<Object> attendees(int event, String field) {
        List<?> rows = (List<?>) models.call(
                "calendar.attendee",
                "search_read",
                List.of(List.of(List.of("event_id", "=", event)), List.of(field)),
                Map.of("order", "id"));
        return rows.stream().<Object>map(row -> ((Map<?, ?>) row).get(field)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void whoIsInvitedIsAskedAndWhoInvitesHasAccepted(String version) {
        models = new TestCalls(version);
        int guest = models.create("res.partner", Map.of("name", "Guest", "email", "guest@example.com"));
        int event = models.create(
                EVENT,
                Map.of(
                        "name",
                        "Meet",
                        "start",
                        START,
                        "stop",
                        "2035-05-06 11:20:00",
                        "partner_ids",
                        List.of(List.of(6, 0, List.of(guest, 3)))));

        assertEquals(List.of("needsAction", "accepted"), attendees(event, "state"));
        assertEquals(List.of("Guest", "Administrator"), attendees(event, "common_name"));
        assertEquals(1.33, read(event, "duration"));

        models.call(
                EVENT, "write", List.of(List.of(event), Map.of("partner_ids", List.of(List.of(3, guest)))), Map.of());

        assertEquals(List.of("accepted"), attendees(event, "state"));
    }

    @ParameterizedTest
    @CsvSource({"19.0, 1", "14.0, 0"})
    void whoMakesAMeetingAttendsItInTheLaterVersion(String version, int attendees) {
        models = new TestCalls(version);
        int event = models.create(EVENT, Map.of("name", "Alone", "start", START, "stop", "2035-05-06 11:00:00"));

        assertEquals(attendees, attendees(event, "state").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void wholeDaysLastFromEightToSix(String version) {
        models = new TestCalls(version);
        int event = models.create(
                EVENT, Map.of("name", "Fair", "allday", true, "start_date", "2035-05-06", "stop_date", "2035-05-07"));

        assertEquals("2035-05-06 08:00:00", read(event, "start"));
        assertEquals("2035-05-07 18:00:00", read(event, "stop"));
        assertEquals(34.0, read(event, "duration"));
        assertEquals("All Day, 05/06/2035", read(event, "display_time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aMeetingThatIsMovedLastsAsLong(String version) {
        models = new TestCalls(version);
        int event = models.create(EVENT, Map.of("name", "Moved", "start", START, "stop", "2035-05-06 10:30:00"));

        models.call(EVENT, "write", List.of(List.of(event), Map.of("start", "2035-05-06 12:00:00")), Map.of());

        assertEquals("2035-05-06 12:30:00", read(event, "stop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void nothingEndsBeforeItBegins(String version) {
        models = new TestCalls(version);
        Map<String, ?> reversed = Map.of("name", "Back", "start", START, "stop", "2035-05-06 09:00:00");

        ValidationError error = assertThrows(ValidationError.class, () -> models.create(EVENT, reversed));

        assertEquals(
                "The ending date and time cannot be earlier than the starting date and time.",
                error.getMessage().lines().findFirst().orElseThrow());
    }
}
