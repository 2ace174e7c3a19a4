package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases made, copied, renamed, saved and dropped by clients. Recorded: wire_db. */
class DatabaseServiceIT {
    private final List<String> made = new ArrayList<>();
    private TestRpc rpc;

    @AfterEach
    void tidy() {
        made.forEach(name -> db("drop", name));
        rpc.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void newDatabaseIsWhatWasAskedFor(String version) {
        open(version);
        String name = name("new");

        db("create_database", name, false, "fr_FR", "secret", "me@example.com", "be", "+32 2 000");

        Map<?, ?> user = read(name, "secret", "res.users", 2, "login", "lang", "tz");
        assertEquals(
                "me@example.com fr_FR Europe/Brussels",
                user.get("login") + " " + user.get("lang") + " " + user.get("tz"));
        Map<?, ?> company = read(name, "secret", "res.company", 1, "country_id", "phone");
        assertEquals("[20, Belgium] +32 2 000", company.get("country_id") + " " + company.get("phone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void databaseThatCannotBeWhatWasAskedForIsNotThere(String version) {
        open(version);
        String name = name("none");

        String refusal = TestRpc.refusal(() -> db("create_database", name, false, "xx_YY", "secret"));

        assertEquals("USER: Invalid language code: xx_YY", refusal);
        assertEquals(false, call("db_exist", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void takenNamesAreRefused(String version) {
        open(version);
        String taken = rpc.database().name();

        assertEquals(
                "PYTHON: database '" + taken + "' already exists!",
                TestRpc.refusal(() -> db("create_database", taken, false, "en_US")));
        assertEquals("PYTHON: Database already exists", TestRpc.refusal(() -> db("restore", taken, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void copyIsAnotherDatabaseWithTheSameRecords(String version) {
        open(version);
        String copy = name("copy");
        int tag = (Integer) rpc.admin("res.partner.category", "create", Map.of("name", "Kept"));

        db("duplicate_database", rpc.database().name(), copy);

        assertEquals(
                "Kept", read(copy, "admin", "res.partner.category", tag, "name").get("name"));
        assertEquals(
                "Kept",
                read(rpc.database().name(), "admin", "res.partner.category", tag, "name")
                        .get("name"));
        assertNotEquals(uuid(rpc.database().name()), uuid(copy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void renamedDatabaseIsFoundUnderItsNewNameOnly(String version) {
        open(version);
        String before = name("before");
        String after = name("after");
        db("duplicate_database", rpc.database().name(), before);

        db("rename", before, after);

        assertEquals(List.of(false, true), List.of(call("db_exist", before), call("db_exist", after)));
        assertEquals(
                "PYTHON: Couldn't rename database " + before + " to x: database \"" + before + "\" does not exist\n",
                TestRpc.refusal(() -> db("rename", before, "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void savedDatabaseComesBackWithItsFiles(String version) throws IOException {
        open(version);
        String restored = name("restored");
        String odd = "tab\t back\\ quote' $$ ; -- \n é";
        int partner = (Integer) rpc.admin("res.partner", "create", Map.of("name", "P", "comment", odd));
        int file = (Integer) rpc.admin("ir.attachment", "create", Map.of("name", "f.bin", "datas", "AAECAw=="));

        String backup = (String) db("dump", rpc.database().name(), "zip");
        db("restore", restored, backup);

        assertTrue(entries(backup).containsAll(List.of("manifest.json", "dump.sql")));
        assertEquals(
                read(rpc.database().name(), "admin", "res.partner", partner, "name", "comment"),
                read(restored, "admin", "res.partner", partner, "name", "comment"));
        assertEquals(
                "AAECAw==",
                read(restored, "admin", "ir.attachment", file, "datas").get("datas"));
        int next = (Integer) in(restored, "admin", "res.partner", "create", Map.of("name", "Next"));
        assertTrue(next > partner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void whatIsNoBackupIsRefusedAndLeavesNothing(String version) {
        open(version);
        String name = name("broken");

        String refusal = TestRpc.refusal(() -> db("restore", name, "AAAA"));

        assertTrue(refusal.startsWith("PYTHON: Couldn't restore database: The backup is no zip file"), refusal);
        assertEquals(false, call("db_exist", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void masterPasswordIsKeptAsAHash(String version) {
        open(version);
        db("change_admin_password", "other");
        try {
            assertEquals("DENIED: Access Denied", TestRpc.refusal(() -> db("drop", "none")));
            assertEquals(false, call("drop", "other", "none"));
            assertFalse(rpc.setting("master_password").contains("other"));
        } finally {
            call("change_admin_password", "other", "admin");
        }
    }

    private void open(String version) {
        rpc = new TestRpc(version);
    }

    /** A name that is dropped at the end. */
    private String name(String what) {
        String name = rpc.database().name() + "_" + what;
        made.add(name);
        return name;
    }

    /** Calls a guarded method. */
    private Object db(String method, Object... arguments) {
        List<Object> parameters = new ArrayList<>(List.of("admin"));
        parameters.addAll(Arrays.asList(arguments));
        return call(method, parameters.toArray());
    }

    private Object call(String method, Object... parameters) {
        return rpc.services().call("db", method, Arrays.asList(parameters), origin());
    }

    private Object in(String database, String password, String model, String method, Object... arguments) {
        List<Object> parameters = List.of(database, 2, password, model, method, Arrays.asList(arguments), Map.of());
        return rpc.services().call("object", "execute_kw", parameters, origin());
    }

    private Map<?, ?> read(String database, String password, String model, int id, String... fields) {
        return (Map<?, ?>) ((List<?>) in(database, password, model, "read", List.of(id), List.of(fields))).get(0);
    }

    private Object uuid(String database) {
        return in(database, "admin", "ir.config_parameter", "get_param", "database.uuid");
    }

    private static List<String> entries(String backup) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(backup)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static Origin origin() {
        return new Origin(Protocol.XMLRPC, "127.0.0.1", "test", "1");
    }
}
