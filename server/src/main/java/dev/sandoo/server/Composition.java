package dev.sandoo.server;

import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.access.policy.AddressRange;
import dev.sandoo.server.audit.AuditTrail;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.http.HttpServer;
import dev.sandoo.server.http.HttpSettings;
import dev.sandoo.server.http.Routes;
import dev.sandoo.server.http.TlsIdentity;
import dev.sandoo.server.journal.CallWatch;
import dev.sandoo.server.journal.Journal;
import dev.sandoo.server.journal.JournalBounds;
import dev.sandoo.server.journal.Recording;
import dev.sandoo.server.metrics.Metrics;
import dev.sandoo.server.orm.Registry;
import dev.sandoo.server.rpc.CallAudit;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** The map of the running system: every part is made here, top to bottom, and handed to those that use it. */
final class Composition {
    private final EmulatorConfig config;
    private final Teardown teardown;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    /** @param teardown takes whatever must be closed, also when a later part cannot be made */
    Composition(EmulatorConfig config, Teardown teardown) {
        this.config = config;
        this.teardown = teardown;
    }

    /** The whole of it, listening. PostgreSQL starts while what needs none is made. */
    HttpServer build() {
        HttpSettings settings = httpSettings();
        HttpServer.requireFree(settings);
        StartingPostgres postgres = teardown.add(StartingPostgres.by(() -> PostgresServers.start(config.postgres())));
        Schema schema = SchemaLoader.load(config.odooVersion());
        Identities identities = Identities.of(schema.version(), random);
        Registry registry = new Registry(schema, identities.behaviours());

        Storage storage = Storage.on(postgres.await(), schema, config, identities.secrets()::hash);
        teardown.add(storage.all());
        CallPath calls = new CallPath(registry, storage, identities, observers(registry, storage.all()));

        StartContent start =
                new StartContent(config, schema.version(), storage.all(), calls, identities.authenticator());
        start.provide();
        postgres.await().settle();

        Edge.Core core = new Edge.Core(schema, storage, identities, calls, start);
        Routes routes = new Edge(config, core, random, clock).routes();
        return teardown.add(new HttpServer(settings, routes, calls.spoiled())).start();
    }

    private Observers observers(Registry registry, Databases databases) {
        Journal journal = new Journal(JournalBounds.STANDARD);
        CallAudit audit = new CallAudit(teardown.add(auditTrail(databases)));
        return new Observers(journal, watch(journal), audit, new Metrics(registry::has));
    }

    private AuditTrail auditTrail(Databases databases) {
        AuditTrail.Extent extent = config.audit() ? AuditTrail.Extent.EVERYTHING : AuditTrail.Extent.KEY_COUNTS;
        return new AuditTrail(databases, extent, config.auditRetention(), clock);
    }

    private HttpSettings httpSettings() {
        HttpSettings plain = HttpSettings.of(config.bind(), config.port());
        List<AddressRange> proxies =
                config.trustedProxies().stream().map(AddressRange::parse).toList();
        HttpSettings settings = config.proxyMode()
                ? plain.behindAProxy(
                        address -> proxies.isEmpty() || proxies.stream().anyMatch(range -> range.contains(address)))
                : plain;
        return config.tls()
                .map(files -> settings.over(TlsIdentity.read(files.certificate(), files.key())))
                .orElse(settings);
    }

    private CallWatch watch(Journal journal) {
        CallWatch watch = CallWatch.of(clock, journal);
        return config.recording().map(file -> watch.recordedBy(recording(file))).orElse(watch);
    }

    private Recording recording(Path file) {
        try {
            return teardown.add(Recording.to(file, config.odooVersion(), clock));
        } catch (UncheckedIOException e) {
            throw new StartException(
                    "cannot record to " + file + ": " + e.getCause().getMessage(), e);
        }
    }
}
