package dev.sandoo.server;

import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.db.embedded.CacheFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How one emulator runs; immutable. {@link #ephemeral()} and {@link #inFolder} start from defaults, the {@code with…} methods
 * change one thing.
 *
 * @param bind the address to listen on
 * @param port the port to listen on; 0 takes any free one
 * @param database the Odoo database that is made at the start when it does not exist
 * @param odooVersion the series to stand in for, such as {@code 19.0}
 * @param demo whether a database made at the start gets the demo records
 * @param routes a YAML file with HTTP routes of one's own
 */
public record EmulatorConfig(
        String bind,
        int port,
        String database,
        String odooVersion,
        PostgresPlace postgres,
        boolean demo,
        Optional<Path> routes) {
    /** The version that is emulated unless another is chosen. */
    public static final String DEFAULT_VERSION = "19.0";

    public EmulatorConfig {
        Objects.requireNonNull(bind, "bind");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(odooVersion, "odooVersion");
        Objects.requireNonNull(postgres, "postgres");
        Objects.requireNonNull(routes, "routes");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        }
    }

    /** The versions that can be emulated, the oldest first. */
    public static List<String> odooVersions() {
        return SchemaLoader.versions();
    }

    /** Where a user's data is kept when nothing else is said; each version has a folder of its own in it. */
    public static Path standardFolder() {
        return CacheFolder.standard();
    }

    /** A throw-away emulator on any free port of this machine: what tests want. */
    public static EmulatorConfig ephemeral() {
        return new EmulatorConfig(
                "127.0.0.1", 0, "demo", DEFAULT_VERSION, new PostgresPlace.Ephemeral(), false, Optional.empty());
    }

    /** An emulator on any free port of this machine whose data stays in a folder. */
    public static EmulatorConfig inFolder(Path folder) {
        return ephemeral().withPostgres(new PostgresPlace.InFolder(folder));
    }

    public EmulatorConfig withBind(String address) {
        return new EmulatorConfig(address, port, database, odooVersion, postgres, demo, routes);
    }

    public EmulatorConfig withPort(int number) {
        return new EmulatorConfig(bind, number, database, odooVersion, postgres, demo, routes);
    }

    public EmulatorConfig withDatabase(String name) {
        return new EmulatorConfig(bind, port, name, odooVersion, postgres, demo, routes);
    }

    public EmulatorConfig withOdooVersion(String series) {
        return new EmulatorConfig(bind, port, database, series, postgres, demo, routes);
    }

    public EmulatorConfig withPostgres(PostgresPlace place) {
        return new EmulatorConfig(bind, port, database, odooVersion, place, demo, routes);
    }

    /** The same with demo records in a database made at the start. */
    public EmulatorConfig withDemo() {
        return new EmulatorConfig(bind, port, database, odooVersion, postgres, true, routes);
    }

    /** The same with HTTP routes of one's own from a YAML file, which docs/ROUTES.md describes. */
    public EmulatorConfig withRoutes(Path file) {
        return new EmulatorConfig(bind, port, database, odooVersion, postgres, demo, Optional.of(file));
    }
}
