package dev.sandoo.server.cli.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.TestSandoo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about databases, snapshots, seeds, stubs and faults, as people and scripts get them. */
class DatabaseCommandsWireIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final String SEED =
            "res.partner:\n  azure: {name: Azure}\n  deco: {name: Deco}\nres.partner.category:\n  vip: {name: VIP}\n";

    private final String url = TestSandoo.of("19.0").url();
    private final String name = "cli_" + ProcessHandle.current().pid() + "_" + NEXT.getAndIncrement();
    private final String filled = name + "_filled";

    @TempDir
    private Path folder;

    @BeforeEach
    void make() {
        assertEquals(
                "database " + name + " is made\n",
                run("database", "create", name).replaceFirst(",.*", ""));
    }

    @AfterEach
    void drop() {
        run("database", "drop", name);
    }

    @Test
    void seedsTellHowManyRecordsOfEachModel() throws Exception {
        String file = file("partners.yaml", SEED);

        assertEquals("res.partner           2\nres.partner.category  1\n", run("seed", file));
        assertEquals(2, json("seed", file).path("records").path("res.partner").asInt());
    }

    @Test
    void seedsComeFromFoldersAndCsvFilesToo() throws Exception {
        Files.createDirectory(folder.resolve("shop"));
        file("shop/10-res.partner.category.csv", "id,name\nvip,VIP\n");
        file("shop/20-partners.yaml", "res.partner:\n  ada: {name: Ada, category_id/id: vip}\n");

        assertEquals(
                "res.partner           1\nres.partner.category  1\n",
                run("seed", folder.resolve("shop").toString()));
    }

    @Test
    void resetsTellHowLongTheyTook() throws Exception {
        run("seed", file("partners.yaml", SEED));

        assertTrue(run("reset").matches("database " + name + " is put back, in \\d+ ms\n"));
        assertTrue(json("reset").path("milliseconds").isNumber());
        assertEquals("res.partner           2\nres.partner.category  1\n", run("seed", file("partners.yaml", SEED)));
    }

    @Test
    void snapshotsAreTakenListedRestoredAndDeleted() {
        assertEquals("snapshot " + filled + " of database " + name + " is taken\n", run("snapshot", "take", filled));

        String[] table = run("snapshot", "list").split("\n");
        assertTrue(table[0].matches("NAME +TAKEN +BYTES"), table[0]);
        assertTrue(table[1].matches(filled + " +\\d{4}-\\d\\d-\\d\\dT\\S+ +\\d+"), table[1]);
        JsonNode listed = json("snapshot", "list").path("snapshots");
        assertEquals(filled, listed.path(0).path("name").asText());
        assertTrue(run("snapshot", "restore", filled)
                .matches("database " + name + " is put back to " + filled + ", in \\d+ ms\n"));
        assertTrue(run("reset", "--snapshot", filled).startsWith("database " + name + " is put back"));
        assertEquals("snapshot " + filled + " is deleted\n", run("snapshot", "delete", filled));
        assertEquals("NAME  TAKEN  BYTES\n", run("snapshot", "list"));
    }

    @Test
    void snapshotsTravelAsFiles() {
        Path file = folder.resolve("filled.zip");
        run("snapshot", "take", filled);

        assertTrue(run("snapshot", "export", filled, file.toString()).contains(file.toString()));
        assertEquals(
                "snapshot " + filled + "_2 is made of " + file + "\n",
                run("snapshot", "import", filled + "_2", file.toString()));
        assertEquals(2, json("snapshot", "list").path("snapshots").size());
    }

    @Test
    void databasesAreListed() {
        assertTrue(run("database", "list").contains(name));
        assertTrue(json("database", "list").toString().contains('"' + name + '"'));
    }

    @Test
    void stubsAndFaultsAreLoadedListedAndRemoved() throws Exception {
        String stubs = file("own.yaml", "stubs:\n  - {model: x.shop, method: open, then: {value: 1}}\n");
        String faults = file("faults.yaml", "faults:\n  - {name: slow, model: x.*, then: {delay: 1ms}}\n");

        assertEquals("FILE      MODELS  STUBS\nown.yaml  0       1\n", run("stub", "load", stubs));
        assertTrue(run("stub", "list").contains("own.yaml#1  0"), run("stub", "list"));
        assertEquals("stubs and scenarios begin anew\n", run("stub", "restart"));
        assertEquals("stub own.yaml#1 is removed\n", run("stub", "remove", "own.yaml#1"));
        assertEquals("FILE         FAULTS\nfaults.yaml  1\n", run("fault", "load", faults));
        assertEquals(
                "slow",
                json("fault", "list").path("faults").path(0).path("name").asText());
        assertEquals("all faults are removed\n", run("fault", "remove"));
    }

    @Test
    void wrongNamesAreToldTheNearestOne() throws Exception {
        run("snapshot", "take", filled);
        run("fault", "load", file("faults.yaml", "faults:\n  - {name: slow, then: {delay: 1ms}}\n"));

        assertEquals(
                "there is no database " + name + "x; did you mean " + name + "?", failure("reset", "--db", name + "x"));
        assertEquals(
                "there is no snapshot " + filled + "x; did you mean " + filled + "?",
                failure("reset", "--snapshot", filled + "x"));
        assertEquals("there is no fault slw; did you mean slow?", failure("fault", "remove", "slw"));
        assertEquals("there is no stub x", failure("stub", "remove", "x"));
        assertTrue(failure("snapshot", "tak", filled).contains("did you mean"), failure("snapshot", "tak", filled));
    }

    @Test
    void filesThatAreNotThereAreNamed() {
        String missing = folder.resolve("none.yaml").toString();

        for (List<String> command : List.of(
                List.of("seed", missing),
                List.of("stub", "load", missing),
                List.of("snapshot", "import", "x", missing))) {
            assertEquals("there is no file " + missing, failure(command.toArray(String[]::new)));
        }
    }

    private String file(String path, String text) throws Exception {
        return Files.writeString(folder.resolve(path), text).toString();
    }

    private String failure(String... arguments) {
        return assertThrows(RemoteFailure.class, () -> run(arguments)).getMessage();
    }

    private JsonNode json(String... arguments) {
        try {
            String[] all = Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] = "--json";
            return JSON.readTree(run(all));
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
    }

    private String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RemoteProgram(
                        Map.of("SANDOO_URL", url, "SANDOO_DB", name),
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
