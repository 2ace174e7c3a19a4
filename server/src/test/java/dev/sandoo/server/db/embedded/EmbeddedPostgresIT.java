package dev.sandoo.server.db.embedded;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sandoo.server.db.ExternalPostgres;
import dev.sandoo.server.db.ServerAddress;
import dev.sandoo.server.db.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    private static final Platform PLATFORM = Platform.current();

    private static Binaries binaries;
    private static Identity identity;

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack() {
        binaries = Binaries.unpacked(CacheFolder.standard(), PLATFORM);
        identity = Identity.choose(PLATFORM, binaries);
    }

    @Test
    void folderIsServedAgainAfterAStop() {
        String password;
        try (EmbeddedPostgres first = start()) {
            password = first.address().password().orElseThrow();
            reach(first);
        }

        try (EmbeddedPostgres second = start()) {
            assertEquals(password, second.address().password().orElseThrow());
            reach(second);
        }
        assertFalse(Files.exists(folder.resolve("postgres/postmaster.pid")));
    }

    @Test
    void aServerThatIsNewForcesNothingToDiskUntilItHasSettled() throws IOException {
        try (EmbeddedPostgres server = start()) {
            assertEquals("off", setting(server, "fsync"));
            assertTrue(Files.exists(folder.resolve("unsynced")));
            server.settle();
            server.awaitSettled();
            assertEquals("on", setting(server, "fsync"));
            assertEquals("on", setting(server, "synchronous_commit"));
            assertFalse(Files.exists(folder.resolve("unsynced")));
        }
    }

    @Test
    void aServerThatWasStoppedBeforeItHadSettledIsForcedToDiskFirst() {
        start().close();
        try (EmbeddedPostgres server = start()) {
            assertEquals("on", setting(server, "fsync"));
            assertFalse(Files.exists(folder.resolve("unsynced")));
        }
    }

    @Test
    void aFolderThatWasBeingMadeWhenTheMachineWentDownIsMadeAnew() throws IOException {
        start().close();
        Files.writeString(folder.resolve("unsynced"), "an earlier run of the machine");
        Path left = Files.createFile(folder.resolve("postgres/left-behind"));
        try (EmbeddedPostgres server = start()) {
            reach(server);
            assertFalse(Files.exists(left));
        }
    }

    private static String setting(EmbeddedPostgres server, String name) {
        ServerAddress address = server.address();
        try (Connection connection = DriverManager.getConnection(
                        address.url(),
                        address.user().orElseThrow(),
                        address.password().orElseThrow());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW " + name)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void otherPasswordIsRefused() {
        try (EmbeddedPostgres server = start()) {
            ServerAddress wrong =
                    new ServerAddress(server.address().url(), Optional.of("sandoo"), Optional.of("wrong"));

            StorageException error = assertThrows(StorageException.class, () -> ExternalPostgres.connect(wrong));

            assertTrue(error.getMessage().endsWith("refuses user or password"), error.getMessage());
        }
    }

    @Test
    void passwordIsReadableByItsOwnerAlone() throws IOException {
        assumeTrue(!PLATFORM.windows());
        start().close();

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))));
    }

    @Test
    void folderInUseIsRefusedAndStaysInUse() {
        try (EmbeddedPostgres server = start()) {
            for (int i = 0; i < 2; i++) {
                StorageException error = assertThrows(StorageException.class, EmbeddedPostgresIT.this::start);
                assertTrue(error.getMessage().contains("uses the data folder " + folder), error.getMessage());
            }
            reach(server);
        }
    }

    @Test
    void serverThatOutlivedItsSandooIsReplaced() throws IOException {
        long orphan = orphan();

        try (EmbeddedPostgres server = start()) {
            reach(server);
            assertTrue(pid() != orphan);
        }
    }

    @Test
    void crashedServerIsRecovered() throws Exception {
        long orphan = orphan();
        ProcessHandle process = ProcessHandle.of(orphan).orElseThrow();
        process.destroyForcibly();
        process.onExit().get();

        try (EmbeddedPostgres server = start()) {
            reach(server);
        }
    }

    @Test
    void numberOfADeadServerMayBelongToAnotherProgramByNow() throws Exception {
        start().close();
        Files.write(
                folder.resolve("postgres/postmaster.pid"),
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        folder.resolve("postgres").toString()));

        try (EmbeddedPostgres server = start()) {
            reach(server);
        }
    }

    @Test
    void initialisationThatWasKilledIsBegunAnew() throws IOException {
        Files.createDirectories(folder.resolve("postgres.unfinished/base"));

        try (EmbeddedPostgres server = start()) {
            reach(server);
        }
    }

    @Test
    void folderOfAnotherPostgresIsRefused() throws IOException {
        start().close();
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "12\n");

        StorageException error = assertThrows(StorageException.class, this::start);

        assertTrue(error.getMessage().contains("was made by PostgreSQL 12"), error.getMessage());
    }

    @Test
    void reasonOfAFailedStartIsTold() throws IOException {
        start().close();
        Files.delete(folder.resolve("postgres/global/pg_control"));

        StorageException error = assertThrows(StorageException.class, this::start);

        assertTrue(error.getMessage().contains("pg_control"), error.getMessage());
    }

    @Test
    void throwAwayFolderIsGoneAfterTheStop() {
        Path place;
        try (EmbeddedPostgres server = EmbeddedPostgres.startEphemeral(CacheFolder.standard())) {
            reach(server);
            place = server.folder();
            assertTrue(Files.isDirectory(place));
        }

        assertFalse(Files.exists(place));
    }

    @Test
    void rootRunsItAsNobodyWhereNamespacesAreForbidden() {
        assumeTrue(PLATFORM.runsAsRoot());
        try (EmbeddedPostgres server = start(Identity.NOBODY_USER)) {
            reach(server);
        }

        try (EmbeddedPostgres server = start(Identity.NAMESPACE)) {
            reach(server);
        }
    }

    @Test
    void programsAreUnpackedOnce(@TempDir Path cache) throws IOException {
        Binaries first = Binaries.unpacked(cache, PLATFORM);
        Object made = Files.getLastModifiedTime(first.home());
        Binaries second = Binaries.unpacked(cache, PLATFORM);

        assertEquals(first, second);
        assertEquals(made, Files.getLastModifiedTime(second.home()));
        assertTrue(Integer.parseInt(second.majorVersion()) >= 18);
        try (Stream<Path> entries = Files.list(cache)) {
            assertEquals(1, entries.count());
        }
    }

    private EmbeddedPostgres start() {
        return start(identity);
    }

    private EmbeddedPostgres start(Identity as) {
        return EmbeddedPostgres.start(folder, binaries, Durability.FULL, as);
    }

    /** A server whose Sandoo is gone: no lock, no watchdog. */
    private long orphan() throws IOException {
        try (DataFolder lock = DataFolder.lock(folder)) {
            Cluster cluster = new Cluster(lock, binaries, identity, Durability.FULL);
            cluster.prepare();
            cluster.start();
        }
        return pid();
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static void reach(EmbeddedPostgres server) {
        assertDoesNotThrow(() -> ExternalPostgres.connect(server.address()).close());
    }
}
