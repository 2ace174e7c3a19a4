package dev.sandoo.server.addons.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.rpc.TestRpc;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attachments as staff and portal users get them. Recorded: orm_access attachments; others asked of both real versions. */
class AttachmentRightsIT {
    private static final String ATTACHMENT = "ir.attachment";

    @AutoClose
    private TestRpc rpc;

    private int staff;
    private int portal;

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void attachmentOfAReadableRecordIsRead(String version) {
        open(version);
        int attachment = attach(Map.of("res_model", "res.partner", "res_id", 1));

        assertEquals(List.of(attachment), as(staff, "search", List.of(List.of("name", "=", "a"))));
        assertTrue(as(staff, "read", List.of(attachment), List.of("name"))
                .toString()
                .contains("name=a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19.0 | ACCESS: Uh-oh! Looks like you have stumbled upon some top-secret records.",
                "14.0 | ACCESS: You are not allowed to access 'System Parameter' (ir.config_parameter) records."
            })
    void attachmentOfAnUnreadableRecordIsNeitherFoundNorRead(String version, String refusal) {
        open(version);
        int attachment = attach(Map.of("res_model", "ir.config_parameter", "res_id", 1));

        assertEquals(List.of(), as(staff, "search", List.of(List.of("id", "=", attachment))));
        assertEquals(0, as(staff, "search_count", List.of(List.of("id", "=", attachment))));
        assertEquals(refusal, firstLine(() -> as(staff, "read", List.of(attachment), List.of("datas"))));
    }

    @ParameterizedTest
    @CsvSource({"19.0, []", "14.0, [true]"})
    void attachmentWithoutARecordIsItsCreators(String version, String foundByStaff) {
        open(version);
        int attachment = attach(Map.of());

        List<?> found = (List<?>) as(staff, "search", List.of(List.of("id", "=", attachment)));

        assertEquals(
                foundByStaff,
                found.stream().map(id -> id.equals(attachment)).toList().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19.0 | ACCESS: Sorry, you are not allowed to access this document. Please contact your system administrator.",
                "14.0 | ACCESS: You are not allowed to modify 'Contact' (res.partner) records."
            })
    void attachmentOfARecordThatOneMayNotChangeStays(String version, String refusal) {
        open(version);
        int attachment = attach(Map.of("res_model", "res.partner", "res_id", 1));

        assertEquals(refusal, firstLine(() -> as(staff, "write", List.of(attachment), Map.of("description", "x"))));
        assertEquals(refusal, firstLine(() -> as(staff, "unlink", List.of(attachment))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19.0 | ACCESS: Uh-oh! Looks like you have stumbled upon some top-secret records. | []",
                "14.0 | ACCESS: Sorry, you are not allowed to access this document. |"
                        + " ACCESS: You are not allowed to access 'Attachment' (ir.attachment) records."
            })
    void portalUsersHaveNoAttachments(String version, String read, String search) {
        open(version);
        int attachment = attach(Map.of("public", true));

        assertEquals(read, firstLine(() -> as(portal, "read", List.of(attachment), List.of("name"))));
        assertEquals(search, firstLine(() -> as(portal, "search", List.of(List.of("id", "=", attachment)))));
    }

    private void open(String version) {
        rpc = new TestRpc(version);
        staff = rpc.user("staff", "secret", "base.group_user");
        portal = rpc.user("portal", "secret", "base.group_portal");
    }

    private int attach(Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>(more);
        values.put("name", "a");
        values.put("datas", "YQ==");
        return (Integer) rpc.admin(ATTACHMENT, "create", values);
    }

    private Object as(int uid, String method, Object... arguments) {
        return rpc.executeKw(uid, "secret", ATTACHMENT, method, Arrays.asList(arguments), Map.of());
    }

    /** The first line of a refusal, or the answer. */
    private static String firstLine(Supplier<Object> call) {
        Object[] answer = new Object[1];
        try {
            answer[0] = call.get();
        } catch (OdooError refused) {
            return refused.kind() + ": "
                    + refused.getMessage().lines().findFirst().orElse("");
        }
        return String.valueOf(answer[0]);
    }
}
