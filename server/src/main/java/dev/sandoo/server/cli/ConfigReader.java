package dev.sandoo.server.cli;

import dev.sandoo.server.EmulatorConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Checks settings and makes the configuration of them; every fault is added to one list. Used once. */
final class ConfigReader {
    private static final String DATABASE_NAME = "[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}";

    private final SettingReader settings;
    private final Path standardFolder;
    private final List<Problem> problems;

    /** Reads settings; {@code standardFolder} keeps the data unless they say otherwise, a folder for each version. */
    ConfigReader(Settings settings, Path standardFolder, List<Problem> problems) {
        this.settings = new SettingReader(settings, problems);
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
                .withPostgres(new PlaceReader(settings, standardFolder.resolve(version), problems).read());
        config = settings.isOn(Setting.DEMO) ? config.withDemo() : config;
        config = settings.path(Setting.ROUTES, PathKind.YAML_FILE)
                .map(config::withRoutes)
                .orElse(config);
        config = settings.path(Setting.STUBS, PathKind.FILE_OR_FOLDER)
                .map(config::withStubs)
                .orElse(config);
        config = settings.path(Setting.FAULTS, PathKind.FILE_OR_FOLDER)
                .map(config::withFaults)
                .orElse(config);
        config = settings.path(Setting.SEED, PathKind.FILE_OR_FOLDER)
                .map(config::withSeeds)
                .orElse(config);
        config = controlToken().map(config::withControlToken).orElse(config);
        config = settings.path(Setting.RECORD, PathKind.NEW_FILE)
                .map(Path::toAbsolutePath)
                .map(config::withRecording)
                .orElse(config);
        config = settings.path(Setting.POLICIES, PathKind.FOLDER)
                .map(config::withPolicies)
                .orElse(config);
        return withAudit(withEdge(config));
    }

    private EmulatorConfig withAudit(EmulatorConfig plain) {
        EmulatorConfig config = settings.isOn(Setting.NO_AUDIT) ? plain.withoutAudit() : plain;
        String text = settings.text(Setting.AUDIT_RETENTION);
        if (text.equals("forever")) {
            return config.withEndlessAudit();
        }
        Optional<Duration> kept = KeyTimes.length(text).filter(length -> !length.isZero());
        if (kept.isEmpty()) {
            settings.reject(Setting.AUDIT_RETENTION, "not a length of time", "write it as 12h, 90d or forever");
        }
        return kept.map(config::withAuditRetention).orElse(config);
    }

    private EmulatorConfig withEdge(EmulatorConfig plain) {
        EmulatorConfig config = withTrustedProxies(settings.isOn(Setting.PROXY_MODE) ? plain.withProxyMode() : plain);
        config = settings.isOn(Setting.NO_DATABASE_MANAGER) ? config.withoutDatabaseManager() : config;
        config = withFilter(config);
        Optional<Path> certificate = settings.path(Setting.TLS_CERT, PathKind.PEM_FILE);
        Optional<Path> key = settings.path(Setting.TLS_KEY, PathKind.PEM_FILE);
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
        if (!settings.isOn(Setting.PROXY_MODE)) {
            settings.reject(Setting.TRUSTED_PROXY, "useless by itself", "add " + Setting.PROXY_MODE.flag());
        }
        try {
            return config.withTrustedProxies(List.of(given.get().value().split("\\s*,\\s*")));
        } catch (IllegalArgumentException e) {
            settings.reject(Setting.TRUSTED_PROXY, e.getMessage(), "give addresses such as 10.0.0.0/8 or ::1");
            return config;
        }
    }

    private void rejectAlone(Setting given, Setting other) {
        if (settings.get(other).isEmpty()) {
            settings.reject(given, "useless by itself", "add " + other.flag());
        }
    }

    private Optional<String> controlToken() {
        Optional<Given> given = settings.get(Setting.CONTROL_TOKEN);
        if (given.filter(token -> !token.value().matches("[\\x21-\\x7e]{8,}")).isPresent()) {
            settings.reject(
                    Setting.CONTROL_TOKEN, "no good token", "give at least 8 letters, digits and signs without blanks");
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
            settings.reject(Setting.DB_FILTER, "not a regular expression", "write it as in ^shop_.*$");
            return config;
        }
    }

    /** How much is to be logged. */
    LogLevel logLevel() {
        Optional<LogLevel> level = LogLevel.named(settings.text(Setting.LOG_LEVEL));
        if (level.isEmpty()) {
            settings.reject(Setting.LOG_LEVEL, "no such level", "give one of " + LogLevel.words());
        }
        return level.orElse(LogLevel.INFO);
    }

    private String bind() {
        String address = settings.text(Setting.BIND);
        if (address.isEmpty()) {
            settings.reject(Setting.BIND, "not an address", "give one of this machine's, or 0.0.0.0 for all");
        }
        return address;
    }

    private int port() {
        String value = settings.text(Setting.PORT);
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535) {
            return Integer.parseInt(value);
        }
        settings.reject(Setting.PORT, "not a port", "give a number between 0 and 65535, 0 for any free port");
        return 0;
    }

    private String database() {
        String name = settings.text(Setting.DB);
        if (!name.matches(DATABASE_NAME)) {
            settings.reject(
                    Setting.DB,
                    "not a database name",
                    "use at most 63 letters, digits, dots, dashes and underscores, a letter or digit first");
        }
        return name;
    }

    private String version() {
        String version = settings.text(Setting.ODOO_VERSION);
        List<String> known = EmulatorConfig.odooVersions();
        if (!known.contains(version)) {
            settings.reject(Setting.ODOO_VERSION, "no such version", "give " + String.join(" or ", known));
        }
        return version;
    }
}
