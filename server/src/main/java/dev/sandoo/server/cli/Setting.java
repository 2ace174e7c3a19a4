package dev.sandoo.server.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every setting of {@code sandoo serve}: the one table that feeds the flags, the environment variables, the keys of the
 * file, {@code --help} and the README.
 */
enum Setting {
    PORT("port", "PORT", "8069", "Port to listen on; 0 takes any free one."),
    BIND("bind", "ADDRESS", "127.0.0.1", "Address to listen on; 0.0.0.0 means every IPv4 network of this machine."),
    DB("db", "NAME", "demo", "Database that is made at the start unless it exists."),
    ODOO_VERSION("odoo-version", "VERSION", "19.0", "Odoo version to stand in for: 19.0 or 14.0."),
    DATA(
            "data",
            "DIR",
            "sandoo/VERSION in the user's cache folder",
            "Folder that keeps the data of the embedded PostgreSQL."),
    EPHEMERAL("ephemeral", "", "no", "Keep nothing: the embedded PostgreSQL is gone when Sandoo stops."),
    DATABASE_URL(
            "database-url",
            "URL",
            "none",
            "PostgreSQL to use instead of an embedded one, as jdbc:postgresql://host:port/database."),
    DATABASE_USER(
            "database-user",
            "USER",
            "the user running Sandoo",
            "User for --database-url; must be able to create databases."),
    DATABASE_PASSWORD("database-password", "PASSWORD", "none", "Password for --database-url."),
    DEMO("demo", "", "no", "Give a database made at the start some demo records."),
    SEED(
            "seed",
            "DIR",
            "none",
            "Folder of files, or a file, with records for a database made at the start; docs/CONTROL.md tells more."),
    ROUTES("routes", "FILE", "none", "YAML file with HTTP routes of your own; docs/ROUTES.md tells what it holds."),
    STUBS("stubs", "PATH", "none", "YAML file with stubs, or a folder of such; docs/STUBS.md tells what they hold."),
    FAULTS("faults", "PATH", "none", "YAML file with faults, or a folder of such; docs/STUBS.md tells what they hold."),
    TLS_CERT("tls-cert", "FILE", "none", "PEM file with the certificate to speak TLS with, its issuers' after it."),
    TLS_KEY("tls-key", "FILE", "none", "PEM file with the key of --tls-cert, not encrypted."),
    PROXY_MODE(
            "proxy-mode", "", "no", "Believe the X-Forwarded-For, -Proto and -Host headers of a proxy before Sandoo."),
    TRUSTED_PROXY(
            "trusted-proxy",
            "CIDR",
            "any",
            "With --proxy-mode, where the proxy is, as 10.0.0.0/8,::1: the headers of others are not believed."),
    POLICIES(
            "policies",
            "DIR",
            "none",
            "Folder of key policies, a YAML or JSON file each, stored at the start; docs/POLICIES.md describes them."),
    NO_DATABASE_MANAGER(
            "no-database-manager", "", "no", "Refuse to list, make, copy, rename, save and drop databases."),
    DB_FILTER(
            "db-filter",
            "REGEX",
            "none",
            "Databases that web requests see; %h stands for the host's name, %d for its first part."),
    CONTROL_TOKEN(
            "control-token",
            "TOKEN",
            "none",
            "Token that opens the control interface to other machines too, and that it then wants from all."),
    RECORD("record", "FILE", "none", "File to write every call to, for sandoo replay; docs/SCENARIOS.md describes it."),
    NO_AUDIT("no-audit", "", "no", "Do not write down who called what."),
    AUDIT_RETENTION(
            "audit-retention", "TIME", "90d", "How long calls stay written down: 12h, 90d or forever; docs/AUDIT.md."),
    LOG_LEVEL("log-level", "LEVEL", "info", "What is logged: error, warn, info (a line per call) or debug."),
    CONFIG("config", "FILE", "none", "YAML file with any of these settings, by their names without dashes in front.");

    private final String key;
    private final String placeholder;
    private final String defaultText;
    private final String sentence;

    Setting(String key, String placeholder, String defaultText, String sentence) {
        this.key = key;
        this.placeholder = placeholder;
        this.defaultText = defaultText;
        this.sentence = sentence;
    }

    /** The key in the file. */
    String key() {
        return key;
    }

    String flag() {
        return "--" + key;
    }

    String variable() {
        return "SANDOO_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The word that stands for the value in help texts; empty for a switch. */
    String placeholder() {
        return placeholder;
    }

    boolean isSwitch() {
        return placeholder.isEmpty();
    }

    /** Whether the value must not be shown. An address may hold a password among its parameters. */
    boolean isSecret() {
        return this == DATABASE_PASSWORD || this == DATABASE_URL || this == CONTROL_TOKEN;
    }

    /** The default, or words for one that differs between machines. */
    String defaultText() {
        return defaultText;
    }

    /** What the setting does. */
    String sentence() {
        return sentence;
    }

    /** The flag for the command line. */
    OptionSpec option() {
        String description = "%s%n(default: %s; environment: %s)"
                .formatted(sentence, defaultText, variable())
                .replace("%", "%%");
        OptionSpec.Builder builder =
                OptionSpec.builder(flag()).type(String.class).description(description);
        return isSwitch()
                ? builder.arity("0..1")
                        .fallbackValue("true")
                        .hideParamSyntax(true)
                        .paramLabel("")
                        .build()
                : builder.arity("1").paramLabel(placeholder).build();
    }

    /** The setting with this key in the file, if there is one; the file cannot name another file. */
    static Optional<Setting> inFile(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting != CONFIG && setting.key.equals(key))
                .findFirst();
    }

    static List<String> fileKeys() {
        return Arrays.stream(values())
                .filter(setting -> setting != CONFIG)
                .map(Setting::key)
                .toList();
    }
}
