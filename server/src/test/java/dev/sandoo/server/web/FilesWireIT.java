package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.TestSandoo;
import dev.sandoo.server.web.TestUsers.Person;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are as secret as the records they belong to. */
class FilesWireIT {
    private static final String CONTENT = "aGVsbG8=";

    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGA" + "hKmMIQAAAABJRU5ErkJggg==";

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void aFieldOfARecordThatARuleHidesIsNotServed(String version) {
        TestUsers users = new TestUsers(version);
        Object partner = users.admin("res.partner", "create", Map.of("name", "Hidden", "image_1920", PICTURE));
        String path = "/web/content/res.partner/" + partner + "/image_1920";

        assertEquals(
                200,
                loggedIn(version, new Person(2, "admin", "admin")).get(path).statusCode());
        assertEquals(200, loggedIn(version, users.employee()).get(path).statusCode());
        assertEquals(404, loggedIn(version, users.customer()).get(path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void anAttachmentIsServedToThoseWhoMayReadItsRecord(String version) {
        TestUsers users = new TestUsers(version);
        Visitor employee = loggedIn(version, users.employee());
        Object partner = users.admin("res.partner", "create", Map.of("name", "Seen"));

        assertEquals(200, status(employee, attachment(users, Map.of("res_model", "res.partner", "res_id", partner))));
        assertEquals(404, status(employee, attachment(users, Map.of("res_model", "ir.rule", "res_id", 1))));
        assertEquals(404, status(employee, attachment(users, Map.of())), "somebody else's, of no record");
        assertEquals(200, status(employee, attachment(users, Map.of("public", true))));
    }

    private static Visitor loggedIn(String version, Person person) {
        Visitor visitor = new Visitor(TestSandoo.of(version).url());
        visitor.login(person.login(), person.password());
        return visitor;
    }

    private static int status(Visitor visitor, Object attachment) {
        return visitor.get("/web/content/" + attachment).statusCode();
    }

    private static Object attachment(TestUsers users, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("name", "note.txt");
        all.put("datas", CONTENT);
        return users.admin("ir.attachment", "create", all);
    }
}
