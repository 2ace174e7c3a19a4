package dev.sandoo.server.db;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The template databases of one version on a server. A template is complete once PostgreSQL's own template flag is set;
 * one without it was left half-built and is built again. Its comment says when it was last used, so that those of older
 * schemas can go some days after.
 */
final class TemplateDatabases {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateDatabases.class);
    private static final int DAYS_KEPT = 7;
    private static final String IS_COMPLETE = "SELECT 'yes' FROM pg_database WHERE datname = ? AND datistemplate";
    private static final String LAST_USED =
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = ? AND datistemplate";
    private static final String UNUSED = """
            SELECT datname
              FROM pg_database
             WHERE starts_with(datname, ?)
               AND datname <> ?
               AND coalesce(shobj_description(oid, 'pg_database'), '') < ?
            """;

    private final Maintenance maintenance;
    private final Template template;
    private final Function<String, Database> opener;
    private final Clock clock;
    private final String name;
    private final ReentrantLock building = new ReentrantLock();

    TemplateDatabases(Maintenance maintenance, Template template, Function<String, Database> opener, Clock clock) {
        this.maintenance = maintenance;
        this.template = template;
        this.opener = opener;
        this.clock = clock;
        this.name = DatabaseNames.template(template);
    }

    /** The Odoo version. */
    String version() {
        return template.version();
    }

    /** As much of the template's hash as names hold. */
    String shortHash() {
        return DatabaseNames.shortHash(template);
    }

    /** The name of the template, which is built now unless it is there already. */
    String ready() {
        String lastUsed = maintenance.string(LAST_USED, name).orElse(null);
        if (lastUsed == null) {
            build();
        } else if (!lastUsed.equals(today())) {
            maintenance.attempt(usedToday());
        }
        return name;
    }

    /** One thread at a time, lest all connections wait for the lock and none is left to build with. */
    private void build() {
        building.lock();
        try {
            maintenance.exclusively(name, this::buildUnlessComplete);
            dropUnused();
        } finally {
            building.unlock();
        }
    }

    private void buildUnlessComplete() {
        if (maintenance.string(IS_COMPLETE, name).isPresent()) {
            return; // another process was faster
        }
        long start = System.nanoTime();
        maintenance.drop(name);
        createEmpty(name);
        try (Database empty = opener.apply(name)) {
            template.build(empty);
            try (Transaction transaction = empty.begin()) {
                Baseline.createTable(transaction);
                transaction.commit();
            }
        }
        maintenance.execute(usedToday() + "; ALTER DATABASE " + DatabaseNames.quote(name)
                + " WITH IS_TEMPLATE true ALLOW_CONNECTIONS false");
        LOG.debug("built {} in {} ms", name, (System.nanoTime() - start) / 1_000_000);
    }

    /** Makes a database without any tables that sorts as all of ours do. */
    void createEmpty(String database) {
        maintenance.execute(
                "CREATE DATABASE " + DatabaseNames.quote(database) + " TEMPLATE template0 ENCODING 'UTF8' " + locale());
    }

    private void dropUnused() {
        String limit = LocalDate.now(clock).minusDays(DAYS_KEPT).toString();
        List<String> unused =
                maintenance.strings(UNUSED, DatabaseNames.templatePrefix(template.version()), name, limit);
        for (String old : unused) {
            maintenance.attempt("ALTER DATABASE " + DatabaseNames.quote(old) + " WITH IS_TEMPLATE false");
            maintenance.attempt(Maintenance.dropping(old));
        }
    }

    /** Texts sort by code point as they do where Odoo makes its databases, whatever the server's own locale. */
    private String locale() {
        int version = maintenance.version();
        if (version >= 170_000) {
            return "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'";
        }
        return (version >= 150_000 ? "LOCALE_PROVIDER libc " : "") + "LC_COLLATE 'C'";
    }

    private String usedToday() {
        return "COMMENT ON DATABASE " + DatabaseNames.quote(name) + " IS '" + today() + "'";
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
