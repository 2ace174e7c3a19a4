package dev.sandoo.server.cli;

import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.PostgresPlace;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Checks settings and makes the configuration of them; every fault is added to one list. Used once. */
final class ConfigReader {
    private static final String DATABASE_NAME = "[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}";
    private static final Map<String, Boolean> SWITCH_WORDS = Map.of(
            "true", true, "yes", true, "on", true, "1", true, "false", false, "no", false, "off", false, "0", false);

    private final Settings settings;
    private final Path standardFolder;
    private final List<Problem> problems;

    /** Reads settings; {@code standardFolder} keeps the data unless they say otherwise, a folder for each version. */
    ConfigReader(Settings settings, Path standardFolder, List<Problem> problems) {
        this.settings = settings;
        this.standardFolder = standardFolder;
        this.problems = problems;
    }

    /** The configuration; worthless when there are problems. */
    EmulatorConfig read() {
        String version = version();
        EmulatorConfig config = EmulatorConfig.ephemeral()
                .withBind(bind())
                .withPort(port())
                .withDatabase(database())
                .withOdooVersion(version)
                .withPostgres(postgres(version));
        config = isOn(Setting.DEMO) ? config.withDemo() : config;
        config = file(Setting.ROUTES, "a YAML file").map(config::withRoutes).orElse(config);
        config = path(Setting.STUBS).map(config::withStubs).orElse(config);
        config = path(Setting.FAULTS).map(config::withFaults).orElse(config);
        config = path(Setting.SEED).map(config::withSeeds).orElse(config);
        config = controlToken().map(config::withControlToken).orElse(config);
        config = newFile(Setting.RECORD).map(config::withRecording).orElse(config);
        config = folder(Setting.POLICIES).map(config::withPolicies).orElse(config);
        return withAudit(withEdge(config));
    }

    private EmulatorConfig withAudit(EmulatorConfig plain) {
        EmulatorConfig config = isOn(Setting.NO_AUDIT) ? plain.withoutAudit() : plain;
        String text = text(Setting.AUDIT_RETENTION);
        if (text.equals("forever")) {
            return config.withEndlessAudit();
        }
        Optional<Duration> kept = KeyTimes.length(text).filter(length -> !length.isZero());
        if (kept.isEmpty()) {
            reject(Setting.AUDIT_RETENTION, "not a length of time", "write it as 12h, 90d or forever");
        }
        return kept.map(config::withAuditRetention).orElse(config);
    }

    /** A file or folder that is there. */
    private Optional<Path> path(Setting setting) {
        try {
            Optional<Path> path = settings.get(setting).map(given -> Path.of(given.value()));
            if (path.isPresent() && !Files.exists(path.get())) {
                reject(setting, "no such file or folder", "give the path of a YAML file, or of a folder of such");
            }
            return path;
        } catch (InvalidPathException e) {
            reject(setting, "not a path", "give the path of a YAML file, or of a folder of such");
            return Optional.empty();
        }
    }

    /** A file that is to be made. */
    private Optional<Path> newFile(Setting setting) {
        try {
            Optional<Path> file =
                    settings.get(setting).map(given -> Path.of(given.value()).toAbsolutePath());
            if (file.isPresent() && !Files.isDirectory(file.get().getParent())) {
                reject(setting, "no such folder", "make the folder first");
            }
            return file;
        } catch (InvalidPathException e) {
            reject(setting, "not a path", "give the path of a file");
            return Optional.empty();
        }
    }

    private EmulatorConfig withEdge(EmulatorConfig plain) {
        EmulatorConfig config = withTrustedProxies(isOn(Setting.PROXY_MODE) ? plain.withProxyMode() : plain);
        config = isOn(Setting.NO_DATABASE_MANAGER) ? config.withoutDatabaseManager() : config;
        config = withFilter(config);
        Optional<Path> certificate = file(Setting.TLS_CERT, "a PEM file");
        Optional<Path> key = file(Setting.TLS_KEY, "a PEM file");
        if (certificate.isPresent() && key.isPresent()) {
            return config.withTls(certificate.get(), key.get());
        }
        rejectAlone(Setting.TLS_CERT, Setting.TLS_KEY);
        rejectAlone(Setting.TLS_KEY, Setting.TLS_CERT);
        return config;
    }

    private EmulatorConfig withTrustedProxies(EmulatorConfig config) {
        Optional<Given> given = settings.get(Setting.TRUSTED_PROXY);
        if (given.isEmpty()) {
            return config;
        }
        if (!isOn(Setting.PROXY_MODE)) {
            reject(Setting.TRUSTED_PROXY, "useless by itself", "add " + Setting.PROXY_MODE.flag());
        }
        try {
            return config.withTrustedProxies(List.of(given.get().value().split("\\s*,\\s*")));
        } catch (IllegalArgumentException e) {
            reject(Setting.TRUSTED_PROXY, e.getMessage(), "give addresses such as 10.0.0.0/8 or ::1");
            return config;
        }
    }

    private Optional<Path> folder(Setting setting) {
        try {
            Optional<Path> folder = settings.get(setting).map(given -> Path.of(given.value()));
            if (folder.isPresent() && !Files.isDirectory(folder.get())) {
                reject(setting, "no such folder", "give the path of a folder");
            }
            return folder;
        } catch (InvalidPathException e) {
            reject(setting, "not a path", "give the path of a folder");
            return Optional.empty();
        }
    }

    private void rejectAlone(Setting given, Setting other) {
        if (settings.get(other).isEmpty()) {
            reject(given, "useless by itself", "add " + other.flag());
        }
    }

    private Optional<String> controlToken() {
        Optional<Given> given = settings.get(Setting.CONTROL_TOKEN);
        if (given.filter(token -> !token.value().matches("[\\x21-\\x7e]{8,}")).isPresent()) {
            reject(Setting.CONTROL_TOKEN, "no good token", "give at least 8 letters, digits and signs without blanks");
            return Optional.empty();
        }
        return given.map(Given::value);
    }

    private EmulatorConfig withFilter(EmulatorConfig config) {
        try {
            return settings.get(Setting.DB_FILTER)
                    .map(given -> config.withDatabaseFilter(given.value()))
                    .orElse(config);
        } catch (PatternSyntaxException e) {
            reject(Setting.DB_FILTER, "not a regular expression", "write it as in ^shop_.*$");
            return config;
        }
    }

    private Optional<Path> file(Setting setting, String kind) {
        try {
            Optional<Path> file = settings.get(setting).map(given -> Path.of(given.value()));
            if (file.isPresent() && !Files.isRegularFile(file.get())) {
                reject(setting, "no such file", "give the path of " + kind);
            }
            return file;
        } catch (InvalidPathException e) {
            reject(setting, "not a path", "give the path of " + kind);
            return Optional.empty();
        }
    }

    /** How much is to be logged. */
    LogLevel logLevel() {
        Optional<LogLevel> level = LogLevel.named(text(Setting.LOG_LEVEL));
        if (level.isEmpty()) {
            reject(Setting.LOG_LEVEL, "no such level", "give one of " + LogLevel.words());
        }
        return level.orElse(LogLevel.INFO);
    }

    private String bind() {
        String address = text(Setting.BIND);
        if (address.isEmpty()) {
            reject(Setting.BIND, "not an address", "give one of this machine's, or 0.0.0.0 for all");
        }
        return address;
    }

    private int port() {
        String value = text(Setting.PORT);
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535) {
            return Integer.parseInt(value);
        }
        reject(Setting.PORT, "not a port", "give a number between 0 and 65535, 0 for any free port");
        return 0;
    }

    private String database() {
        String name = text(Setting.DB);
        if (!name.matches(DATABASE_NAME)) {
            reject(
                    Setting.DB,
                    "not a database name",
                    "use at most 63 letters, digits, dots, dashes and underscores, a letter or digit first");
        }
        return name;
    }

    private String version() {
        String version = text(Setting.ODOO_VERSION);
        List<String> known = EmulatorConfig.odooVersions();
        if (!known.contains(version)) {
            reject(Setting.ODOO_VERSION, "no such version", "give " + String.join(" or ", known));
        }
        return version;
    }

    /** The strongest source that names a place has its way; one that names two contradicts itself. */
    private PostgresPlace postgres(String version) {
        List<Given> places = Stream.of(Setting.DATA, Setting.EPHEMERAL, Setting.DATABASE_URL)
                .filter(setting -> setting != Setting.EPHEMERAL || isOn(setting))
                .flatMap(setting -> settings.get(setting).stream())
                .sorted(Comparator.comparing(Given::source).reversed())
                .toList();
        if (places.size() > 1 && places.get(0).source() == places.get(1).source()) {
            problems.add(new Problem(
                    places.get(0).label() + " and " + places.get(1).label(),
                    "two places for the data",
                    "keep one of them"));
        }
        if (places.isEmpty()) {
            rejectLogin();
            return new PostgresPlace.InFolder(standardFolder.resolve(version));
        }
        Given place = places.get(0);
        if (place.setting() == Setting.DATABASE_URL) {
            return external(place);
        }
        rejectLogin();
        return place.setting() == Setting.DATA ? inFolder(place) : new PostgresPlace.Ephemeral();
    }

    private PostgresPlace inFolder(Given place) {
        try {
            return new PostgresPlace.InFolder(
                    Path.of(place.value()).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            problems.add(place.problem("not a path", "give the path of a folder"));
            return new PostgresPlace.Ephemeral();
        }
    }

    private PostgresPlace external(Given place) {
        if (!place.value().startsWith("jdbc:postgresql://")) {
            problems.add(place.problem(
                    "not the address of a PostgreSQL server", "write it as jdbc:postgresql://localhost:5432/postgres"));
        }
        return new PostgresPlace.External(
                place.value(),
                settings.get(Setting.DATABASE_USER).map(Given::value),
                settings.get(Setting.DATABASE_PASSWORD).map(Given::value));
    }

    /** A user or password for a server that is not asked would be ignored in silence. */
    private void rejectLogin() {
        Stream.of(Setting.DATABASE_USER, Setting.DATABASE_PASSWORD)
                .flatMap(setting -> settings.get(setting).stream())
                .filter(given -> given.source() == Given.Source.FLAG)
                .forEach(given -> problems.add(new Problem(
                        given.label(), "there is no database URL that it belongs to", "add --database-url")));
    }

    private boolean isOn(Setting setting) {
        Optional<Given> given = settings.get(setting);
        if (given.isEmpty()) {
            return false;
        }
        Boolean on = SWITCH_WORDS.get(given.get().value().strip().toLowerCase(Locale.ROOT));
        if (on == null) {
            reject(setting, "neither on nor off", "give true or false");
            return false;
        }
        return on;
    }

    private String text(Setting setting) {
        return settings.get(setting)
                .map(Given::value)
                .orElse(setting.defaultText())
                .strip();
    }

    /** Only what was given can be wrong: the defaults are right. */
    private void reject(Setting setting, String wrong, String remedy) {
        settings.get(setting).ifPresent(given -> problems.add(given.problem(wrong, remedy)));
    }
}
