package dev.sandoo.server.db;

import dev.sandoo.server.error.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of PostgreSQL databases: which ones clients may use, which ones are ours, and how they are quoted. */
final class DatabaseNames {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");
    private static final Set<String> SYSTEM = Set.of("postgres", "template0", "template1");
    private static final String TEMPLATE_PREFIX = "sandoo_template_";
    private static final String UNFINISHED_PREFIX = "sandoo_new_";
    private static final String SPARE_PREFIX = "sandoo_spare_";
    private static final String SNAPSHOT_PREFIX = "sandoo_snapshot_";
    private static final List<String> RESERVED_PREFIXES =
            List.of(TEMPLATE_PREFIX, UNFINISHED_PREFIX, SPARE_PREFIX, SNAPSHOT_PREFIX);
    private static final int HASH_LENGTH = 12;

    private DatabaseNames() {}

    /**
     * Refuses what Odoo's database manager refuses, and names that are taken for other ends.
     *
     * @throws UserError with a message for the client
     */
    static void check(String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw new UserError(
                    "Invalid database name. Only alphanumerical characters, underscore, hyphen and dot are allowed.");
        }
        if (SYSTEM.contains(name) || RESERVED_PREFIXES.stream().anyMatch(name::startsWith)) {
            throw new UserError("The database name " + name + " is reserved.");
        }
    }

    /** In double quotes; safe for every name, ours or not. */
    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Begins the names of all templates of a version. */
    static String templatePrefix(String version) {
        return TEMPLATE_PREFIX + plain(version) + "_";
    }

    /** Begins the names of clones of a version's templates that wait to be used. */
    static String sparePrefix(String version) {
        return SPARE_PREFIX + plain(version) + "_";
    }

    /** Begins the names of a version's snapshots. */
    static String snapshotPrefix(String version) {
        return SNAPSHOT_PREFIX + plain(version) + "_";
    }

    /** The name of a template: {@code sandoo_template_19_0_0123456789ab}. */
    static String template(Template template) {
        return templatePrefix(template.version()) + shortHash(template);
    }

    /** As much of a template's hash as names hold. */
    static String shortHash(Template template) {
        return template.hash().substring(0, HASH_LENGTH);
    }

    private static String plain(String version) {
        return version.replaceAll("[^A-Za-z0-9]", "_").toLowerCase(Locale.ROOT);
    }

    /**
     * A name for a database in the making or on its way out; it starts with the time, so that abandoned ones can be
     * told.
     */
    static String unfinished(long epochSeconds, String suffix) {
        return UNFINISHED_PREFIX + epochSeconds + "_" + suffix;
    }

    /** The names that {@link #unfinished} gave before that time, as a condition on {@code datname}. */
    static String abandoned(long epochSeconds) {
        return "datname ~ '^" + UNFINISHED_PREFIX + "[0-9]+_' AND split_part(datname, '_', 3)::bigint < "
                + epochSeconds;
    }
}
