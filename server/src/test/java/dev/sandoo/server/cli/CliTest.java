package dev.sandoo.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.PostgresPlace;
import dev.sandoo.server.StartException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CliTest {
    private static final Path STANDARD = Path.of("standard").toAbsolutePath();

    private final Map<String, String> environment = new HashMap<>();
    private final List<EmulatorConfig> started = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void servesWithDefaultsWhenNothingIsSaid() {
        ExitCode code = run();

        assertEquals(ExitCode.DONE, code);
        assertEquals(
                List.of(
                        "127.0.0.1",
                        8069,
                        "demo",
                        "19.0",
                        new PostgresPlace.InFolder(STANDARD.resolve("19.0")),
                        false,
                        Optional.empty()),
                described(onlyStarted()));
    }

    @Test
    void flagsWithoutACommandAreThoseOfServe() {
        run("--port", "0");

        assertEquals(0, onlyStarted().port());
    }

    @Test
    void everySettingCanBeAFlag() {
        run(
                "serve",
                "--port=9000",
                "--bind=0.0.0.0",
                "--db=shop",
                "--odoo-version=14.0",
                "--database-url=jdbc:postgresql://db/postgres",
                "--database-user=ada",
                "--database-password=s3cret",
                "--demo");

        assertEquals(
                List.of(
                        "0.0.0.0",
                        9000,
                        "shop",
                        "14.0",
                        new PostgresPlace.External(
                                "jdbc:postgresql://db/postgres", Optional.of("ada"), Optional.of("s3cret")),
                        true,
                        Optional.empty()),
                described(onlyStarted()));
    }

    @Test
    void everySettingCanBeAVariable() {
        environment.putAll(Map.of(
                "SANDOO_PORT", "9000",
                "SANDOO_BIND", "0.0.0.0",
                "SANDOO_DB", "shop",
                "SANDOO_ODOO_VERSION", "14.0",
                "SANDOO_EPHEMERAL", "yes",
                "SANDOO_DEMO", "1"));

        run();

        assertEquals(
                List.of("0.0.0.0", 9000, "shop", "14.0", new PostgresPlace.Ephemeral(), true, Optional.empty()),
                described(onlyStarted()));
    }

    @Test
    void everySettingCanStandInTheFile() throws IOException {
        Path file = yaml("""
                port: 9000
                bind: 0.0.0.0
                db: shop
                odoo-version: 14.0
                data: %s
                demo: true
                """.formatted(folder));

        run("--config", file.toString());

        assertEquals(
                List.of("0.0.0.0", 9000, "shop", "14.0", new PostgresPlace.InFolder(folder), true, Optional.empty()),
                described(onlyStarted()));
    }

    @Test
    void flagBeatsVariableAndVariableBeatsFile() throws IOException {
        environment.put(
                "SANDOO_CONFIG",
                yaml("port: 1\ndb: from-file\nbind: 10.0.0.1\n").toString());
        environment.put("SANDOO_PORT", "2");
        environment.put("SANDOO_DB", "from-variable");

        run("--port=3");

        assertEquals(3, onlyStarted().port());
        assertEquals("from-variable", onlyStarted().database());
        assertEquals("10.0.0.1", onlyStarted().bind());
    }

    @Test
    void aStrongerSourceOverrulesWhereTheDataIs() {
        environment.put("SANDOO_DATA", "/srv/sandoo");

        run("--ephemeral");

        assertEquals(new PostgresPlace.Ephemeral(), onlyStarted().postgres());
    }

    @Test
    void eachVersionHasAFolderOfItsOwn() {
        run("--odoo-version=14.0");

        assertEquals(
                new PostgresPlace.InFolder(STANDARD.resolve("14.0")),
                onlyStarted().postgres());
    }

    @Test
    void settingsOfTheEdgeAreTaken() throws IOException {
        Path pem = Files.writeString(folder.resolve("any.pem"), "");

        run("--tls-cert=" + pem, "--tls-key=" + pem, "--proxy-mode", "--no-database-manager", "--db-filter=^%d$");

        EmulatorConfig config = onlyStarted();
        assertEquals(Optional.of(new EmulatorConfig.TlsFiles(pem, pem)), config.tls());
        assertTrue(config.proxyMode());
        assertFalse(config.databaseManager());
        assertEquals(Optional.of("^%d$"), config.databaseFilter());
    }

    @Test
    void aCertificateNeedsItsKey() throws IOException {
        Path pem = Files.writeString(folder.resolve("any.pem"), "");

        run("--tls-cert=" + pem);

        assertEquals("sandoo: --tls-cert \"" + pem + "\": useless by itself; add --tls-key\n", text(err));
    }

    @Test
    void aSwitchCanBeTurnedOffByAFlag() {
        environment.put("SANDOO_EPHEMERAL", "true");

        run("--ephemeral=false", "--data=" + folder);

        assertEquals(new PostgresPlace.InFolder(folder), onlyStarted().postgres());
    }

    @Test
    void anEmptyVariableCountsAsNone() {
        environment.put("SANDOO_PORT", "");

        run();

        assertEquals(8069, onlyStarted().port());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port=http | --port \"http\": not a port; give a number between 0 and 65535, 0 for any free port",
                "--port=65536 | --port \"65536\": not a port; give a number between 0 and 65535, 0 for any free port",
                "--port=-1 | --port \"-1\": not a port; give a number between 0 and 65535, 0 for any free port",
                "--odoo-version=20.0 | --odoo-version \"20.0\": no such version; give 14.0 or 19.0",
                "--db=a/b | --db \"a/b\": not a database name; use at most 63 letters, digits, dots, dashes and underscores,"
                        + " a letter or digit first",
                "--log-level=loud | --log-level \"loud\": no such level; give one of error, warn, info, debug",
                "--demo=maybe | --demo \"maybe\": neither on nor off; give true or false",
                "--database-url=postgres://x | --database-url: not the address of a PostgreSQL server;"
                        + " write it as jdbc:postgresql://localhost:5432/postgres",
                "--database-user=ada | --database-user: there is no database URL that it belongs to; add --database-url",
                "--bind= | --bind \"\": not an address; give one of this machine's, or 0.0.0.0 for all",
                "--prot=1 | --prot: unknown option; did you mean --port?",
                "--prot 1 | --prot: unknown option; did you mean --port?",
                "--Odoo_Version=1 | --Odoo_Version: unknown option; did you mean --odoo-version?",
                "8069 | 8069: unexpected argument; options start with --, see sandoo serve --help",
                "--port | --port: its value is missing; see sandoo serve --help",
                "--port=1 --port=2 | --port: given twice; drop one of them",
                "--db-filter=( | --db-filter \"(\": not a regular expression; write it as in ^shop_.*$",
                "--config=/no/such.yaml | /no/such.yaml: no such file; give the path of a YAML file",
            })
    void aBadFlagIsOneClearLine(String flags, String line) {
        ExitCode code = run(("serve " + flags).split(" "));

        assertEquals(ExitCode.BAD_SETTINGS, code);
        assertEquals("sandoo: " + line + "\n", text(err));
        assertEquals(List.of(), started);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prot: 1 | line 1, prot: unknown setting; did you mean port?",
                "colour: red | line 1, colour: unknown setting; known are KNOWN",
                "config: x | line 1, config: unknown setting; known are KNOWN",
                "'db: a\nport: x' | line 2, port \"x\": not a port; give a number between 0 and 65535, 0 for any free port",
                "'port: 1\nport: 2' | line 2, port: given twice; drop one of them",
                "port: [1, 2] | line 1, port: not one value; write it as in \"port: value\"",
                "'port:' | line 1, port: not one value; write it as in \"port: value\"",
                "- port | line 1: not a list of settings; write one a line, as in \"port: 8069\"",
                "'port: 1\n  db: x' | line 2: not YAML: mapping values are not allowed here; mend the line or the one above it",
                "'port: 1\ndb: \"x' | line 2: not YAML: found unexpected end of stream; mend the line or the one above it",
            })
    void aBadLineOfTheFileIsNamed(String content, String line) throws IOException {
        Path file = yaml(content);

        ExitCode code = run("--config=" + file);

        assertEquals(ExitCode.BAD_SETTINGS, code);
        String expected = line.replace("KNOWN", String.join(", ", Setting.fileKeys()));
        assertEquals("sandoo: " + file + " " + expected + "\n", text(err));
    }

    @Test
    void allBadSettingsAreReportedTogether() throws IOException {
        Path file = yaml("odoo-version: 13.0\n");
        environment.put("SANDOO_PORT", "tcp://10.0.0.1:8069");

        ExitCode code = run("--prot=1", "--db=", "--ephemeral", "--data=x", "--config=" + file);

        assertEquals(ExitCode.BAD_SETTINGS, code);
        assertEquals("""
                sandoo: 5 settings are wrong:
                  --prot: unknown option; did you mean --port?
                  %s line 1, odoo-version "13.0": no such version; give 14.0 or 19.0
                  SANDOO_PORT "tcp://10.0.0.1:8069": not a port; give a number between 0 and 65535, 0 for any free port
                  --db "": not a database name; use at most 63 letters, digits, dots, dashes and underscores, a letter \
                or digit first
                  --data and --ephemeral: two places for the data; keep one of them
                """.formatted(file), text(err));
    }

    @Test
    void secretsStayOutOfMessages() {
        run("--database-url=jdbc:mysql://db?password=hunter2", "--database-password=hunter2", "--nope");

        assertFalse(text(err).contains("hunter2"), text(err));
        assertFalse(
                Given.byFlag(Setting.DATABASE_PASSWORD, "hunter2").toString().contains("hunter2"));
        assertFalse(new PostgresPlace.External(
                        "jdbc:postgresql://db?password=hunter2", Optional.of("ada"), Optional.of("hunter2"))
                .toString()
                .contains("hunter2"));
    }

    @Test
    void aStartThatFailsIsOneLineAndExitCodeOne() {
        Cli cli = cli((config, level) -> {
            throw new StartException("port 8069 on 127.0.0.1 is taken by another program", null);
        });

        ExitCode code = cli.run(List.of("serve"));

        assertEquals(ExitCode.FAILED, code);
        assertEquals(1, code.number());
        assertEquals("sandoo: port 8069 on 127.0.0.1 is taken by another program\n", text(err));
    }

    @Test
    void aFaultOfOurOwnIsShownWhole() {
        Cli cli = cli((config, level) -> {
            throw new IllegalStateException("broken");
        });

        ExitCode code = cli.run(List.of("serve"));

        assertEquals(ExitCode.FAILED, code);
        assertTrue(text(err).startsWith("sandoo: could not start; this is a fault of Sandoo"), text(err));
        assertTrue(text(err).contains("java.lang.IllegalStateException: broken\n\tat "), text(err));
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearest() {
        ExitCode code = run("srve");

        assertEquals(ExitCode.BAD_SETTINGS, code);
        assertEquals("sandoo: srve: unknown command; did you mean serve?\n", text(err));
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void helpShowsEverySetting(Setting setting) {
        ExitCode code = run("serve", "--help");

        assertEquals(ExitCode.DONE, code);
        assertTrue(text(out).contains(setting.flag()), text(out));
        assertTrue(text(out).contains(setting.variable()), text(out));
    }

    @Test
    void helpNamesTheCommands() {
        ExitCode code = run("--help");

        assertEquals(ExitCode.DONE, code);
        assertTrue(text(out).startsWith("Usage: sandoo [COMMAND] [OPTIONS]\n"), text(out));
    }

    @Test
    void versionIsOneLine() {
        ExitCode code = run("--version");

        assertEquals(ExitCode.DONE, code);
        assertTrue(text(out).matches("sandoo \\S+\\R"), text(out));
    }

    private ExitCode run(String... arguments) {
        return cli((config, level) -> started.add(config)).run(List.of(arguments));
    }

    private Cli cli(Server server) {
        return new Cli(
                environment, STANDARD, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), server);
    }

    /** Every setting of a configuration, in the order of its methods. */
    private static List<Object> described(EmulatorConfig config) {
        return List.of(
                config.bind(),
                config.port(),
                config.database(),
                config.odooVersion(),
                config.postgres(),
                config.demo(),
                config.routes());
    }

    private EmulatorConfig onlyStarted() {
        assertEquals("", text(err));
        assertEquals(1, started.size());
        return started.get(0);
    }

    private Path yaml(String content) throws IOException {
        return Files.writeString(folder.resolve("sandoo.yaml"), content);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
