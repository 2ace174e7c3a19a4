package dev.sandoo.server;

import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.access.policy.AddressRange;
import dev.sandoo.server.db.embedded.CacheFolder;
import dev.sandoo.server.rpc.KnownDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How one emulator runs; immutable. {@link #ephemeral()} and {@link #inFolder} start from defaults, the {@code with…} methods
 * answer a copy in which one thing differs.
 */
public final class EmulatorConfig {
    /** The version that is emulated unless another is chosen. */
    public static final String DEFAULT_VERSION = "19.0";

    // Set while a copy is made, before anybody else sees it; never afterwards.
    private String bind = "127.0.0.1";
    private int port;
    private String database = "demo";
    private String odooVersion = DEFAULT_VERSION;
    private PostgresPlace postgres = new PostgresPlace.Ephemeral();
    private boolean demo;
    private Optional<Path> routes = Optional.empty();
    private Optional<Path> stubs = Optional.empty();
    private Optional<Path> faults = Optional.empty();
    private Optional<Path> recording = Optional.empty();
    private Optional<TlsFiles> tls = Optional.empty();
    private boolean proxyMode;
    private List<String> trustedProxies = List.of();
    private Optional<Path> policies = Optional.empty();
    private boolean databaseManager = true;
    private Optional<String> databaseFilter = Optional.empty();
    private Optional<String> controlToken = Optional.empty();
    private boolean audit = true;
    private Optional<Duration> auditRetention = Optional.of(Duration.ofDays(90));
    private Optional<Path> seeds = Optional.empty();

    private EmulatorConfig() {}

    private EmulatorConfig(EmulatorConfig other) {
        this.bind = other.bind;
        this.port = other.port;
        this.database = other.database;
        this.odooVersion = other.odooVersion;
        this.postgres = other.postgres;
        this.demo = other.demo;
        this.routes = other.routes;
        this.stubs = other.stubs;
        this.faults = other.faults;
        this.recording = other.recording;
        this.tls = other.tls;
        this.proxyMode = other.proxyMode;
        this.trustedProxies = other.trustedProxies;
        this.policies = other.policies;
        this.databaseManager = other.databaseManager;
        this.databaseFilter = other.databaseFilter;
        this.controlToken = other.controlToken;
        this.audit = other.audit;
        this.auditRetention = other.auditRetention;
        this.seeds = other.seeds;
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
        return new EmulatorConfig();
    }

    /** An emulator on any free port of this machine whose data stays in a folder. */
    public static EmulatorConfig inFolder(Path folder) {
        return ephemeral().withPostgres(new PostgresPlace.InFolder(folder));
    }

    /** The address to listen on. */
    public String bind() {
        return bind;
    }

    public EmulatorConfig withBind(String address) {
        Objects.requireNonNull(address, "address");
        return changed(copy -> copy.bind = address);
    }

    /** The port to listen on; 0 takes any free one. */
    public int port() {
        return port;
    }

    public EmulatorConfig withPort(int number) {
        if (number < 0 || number > 65535) {
            throw new IllegalArgumentException("port " + number + " is not between 0 and 65535");
        }
        return changed(copy -> copy.port = number);
    }

    /** The Odoo database that is made at the start when it does not exist. */
    public String database() {
        return database;
    }

    public EmulatorConfig withDatabase(String name) {
        Objects.requireNonNull(name, "name");
        return changed(copy -> copy.database = name);
    }

    /** The series to stand in for, such as {@code 19.0}. */
    public String odooVersion() {
        return odooVersion;
    }

    public EmulatorConfig withOdooVersion(String series) {
        Objects.requireNonNull(series, "series");
        return changed(copy -> copy.odooVersion = series);
    }

    /** Where the data is. */
    public PostgresPlace postgres() {
        return postgres;
    }

    public EmulatorConfig withPostgres(PostgresPlace place) {
        Objects.requireNonNull(place, "place");
        return changed(copy -> copy.postgres = place);
    }

    /** Whether a database made at the start gets the demo records. */
    public boolean demo() {
        return demo;
    }

    public EmulatorConfig withDemo() {
        return changed(copy -> copy.demo = true);
    }

    /** A YAML file with HTTP routes of one's own, which docs/ROUTES.md describes. */
    public Optional<Path> routes() {
        return routes;
    }

    public EmulatorConfig withRoutes(Path file) {
        return changed(copy -> copy.routes = Optional.of(file));
    }

    /** A YAML file with stubs, or a folder of such, for each database that is made; docs/STUBS.md describes them. */
    public Optional<Path> stubs() {
        return stubs;
    }

    public EmulatorConfig withStubs(Path path) {
        return changed(copy -> copy.stubs = Optional.of(path));
    }

    /** A YAML file with faults, or a folder of such, for each database that is made; docs/STUBS.md describes them. */
    public Optional<Path> faults() {
        return faults;
    }

    public EmulatorConfig withFaults(Path path) {
        return changed(copy -> copy.faults = Optional.of(path));
    }

    /**
     * Where the server's identity is for TLS.
     *
     * @param certificate a PEM file with its certificate, followed by those of the issuers
     * @param key a PEM file with the key
     */
    public record TlsFiles(Path certificate, Path key) {
        public TlsFiles {
            Objects.requireNonNull(certificate, "certificate");
            Objects.requireNonNull(key, "key");
        }
    }

    /** What TLS is spoken with; plain HTTP without. */
    public Optional<TlsFiles> tls() {
        return tls;
    }

    public EmulatorConfig withTls(Path certificate, Path key) {
        TlsFiles files = new TlsFiles(certificate, key);
        return changed(copy -> copy.tls = Optional.of(files));
    }

    /** Whether a proxy stands before the server, whose {@code X-Forwarded-…} headers are believed. */
    public boolean proxyMode() {
        return proxyMode;
    }

    public EmulatorConfig withProxyMode() {
        return changed(copy -> copy.proxyMode = true);
    }

    /** Where the proxy may be, as CIDR ranges; empty for anywhere. */
    public List<String> trustedProxies() {
        return trustedProxies;
    }

    /** @throws IllegalArgumentException for what is no range of addresses */
    public EmulatorConfig withTrustedProxies(List<String> ranges) {
        ranges.forEach(AddressRange::parse);
        return changed(copy -> copy.trustedProxies = List.copyOf(ranges));
    }

    /** A folder of key policies, which docs/POLICIES.md describes: each file is stored when the server starts. */
    public Optional<Path> policies() {
        return policies;
    }

    public EmulatorConfig withPolicies(Path folder) {
        return changed(copy -> copy.policies = Optional.of(folder));
    }

    /** Whether databases can be listed, made and dropped over the wire. */
    public boolean databaseManager() {
        return databaseManager;
    }

    public EmulatorConfig withoutDatabaseManager() {
        return changed(copy -> copy.databaseManager = false);
    }

    /** A regular expression for the names of databases that web requests see; {@code %h} and {@code %d} stand for host and its first part. */
    public Optional<String> databaseFilter() {
        return databaseFilter;
    }

    /** @throws java.util.regex.PatternSyntaxException for what is no regular expression */
    public EmulatorConfig withDatabaseFilter(String filter) {
        KnownDatabases.checkFilter(filter);
        return changed(copy -> copy.databaseFilter = Optional.of(filter));
    }

    /** What callers of the control interface have to show; without one it is open to programs on this machine only. */
    public Optional<String> controlToken() {
        return controlToken;
    }

    public EmulatorConfig withControlToken(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("a control token must not be blank");
        }
        return changed(copy -> copy.controlToken = Optional.of(token));
    }

    /** A file that every call is written to as a scenario, which docs/SCENARIOS.md describes. */
    public Optional<Path> recording() {
        return recording;
    }

    /** The same writing every call to a file; one that is there is replaced. */
    public EmulatorConfig withRecording(Path file) {
        return changed(copy -> copy.recording = Optional.of(file));
    }

    /** Whether every call is written down, with what it changes. */
    public boolean audit() {
        return audit;
    }

    public EmulatorConfig withoutAudit() {
        return changed(copy -> copy.audit = false);
    }

    /** How long calls stay written down; empty for ever. */
    public Optional<Duration> auditRetention() {
        return auditRetention;
    }

    public EmulatorConfig withAuditRetention(Duration kept) {
        if (kept.isNegative() || kept.isZero()) {
            throw new IllegalArgumentException("calls cannot be kept for " + kept);
        }
        return changed(copy -> copy.auditRetention = Optional.of(kept));
    }

    public EmulatorConfig withEndlessAudit() {
        return changed(copy -> copy.auditRetention = Optional.empty());
    }

    /** A file or a folder of files with records for a database made at the start, which docs/CONTROL.md describes. */
    public Optional<Path> seeds() {
        return seeds;
    }

    public EmulatorConfig withSeeds(Path place) {
        Objects.requireNonNull(place, "place");
        return changed(copy -> copy.seeds = Optional.of(place));
    }

    private EmulatorConfig changed(Consumer<EmulatorConfig> change) {
        EmulatorConfig copy = new EmulatorConfig(this);
        change.accept(copy);
        return copy;
    }
}
