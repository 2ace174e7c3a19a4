package dev.sandoo.server;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.BaseData;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.access.AccessCatalog;
import dev.sandoo.server.access.policy.AddressRange;
import dev.sandoo.server.addons.Addons;
import dev.sandoo.server.addons.base.Secrets;
import dev.sandoo.server.addons.security.SignIn;
import dev.sandoo.server.audit.AuditTrail;
import dev.sandoo.server.auth.AccessTokens;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.auth.HeaderKeys;
import dev.sandoo.server.auth.LoginCooldown;
import dev.sandoo.server.auth.PasswordHasher;
import dev.sandoo.server.auth.VerifiedSecrets;
import dev.sandoo.server.auth.session.SessionTokens;
import dev.sandoo.server.auth.session.Sessions;
import dev.sandoo.server.auth.totp.TrustedDevices;
import dev.sandoo.server.control.databases.ManagedDatabases;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.PoolSettings;
import dev.sandoo.server.db.PostgresDatabases;
import dev.sandoo.server.demo.DemoRecords;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.fault.FaultInterceptor;
import dev.sandoo.server.fault.FaultShelf;
import dev.sandoo.server.http.CustomRoutes;
import dev.sandoo.server.http.HttpServer;
import dev.sandoo.server.http.HttpSettings;
import dev.sandoo.server.http.Routes;
import dev.sandoo.server.http.TlsIdentity;
import dev.sandoo.server.http.WebClient;
import dev.sandoo.server.journal.CallWatch;
import dev.sandoo.server.journal.Journal;
import dev.sandoo.server.journal.JournalBounds;
import dev.sandoo.server.journal.Recording;
import dev.sandoo.server.metrics.Metrics;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.orm.Registries;
import dev.sandoo.server.orm.Registry;
import dev.sandoo.server.rpc.CallAudit;
import dev.sandoo.server.rpc.CallInterceptor;
import dev.sandoo.server.rpc.Callers;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.DatabaseClocks;
import dev.sandoo.server.rpc.DatabaseOperations;
import dev.sandoo.server.rpc.DatabaseService;
import dev.sandoo.server.rpc.DatabaseService.Management;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.Documentation;
import dev.sandoo.server.rpc.KeyPolicies;
import dev.sandoo.server.rpc.KeyPolicy;
import dev.sandoo.server.rpc.KnownDatabases;
import dev.sandoo.server.rpc.MasterPassword;
import dev.sandoo.server.rpc.ObjectMethods;
import dev.sandoo.server.rpc.OwnAccount;
import dev.sandoo.server.rpc.RouteCallers;
import dev.sandoo.server.rpc.Services;
import dev.sandoo.server.rpc.SpoiledAnswers;
import dev.sandoo.server.rpc.WebAccess;
import dev.sandoo.server.rpc.WebFiles;
import dev.sandoo.server.rpc.WebLogins;
import dev.sandoo.server.rpc.WebSessions;
import dev.sandoo.server.seed.SeedException;
import dev.sandoo.server.seed.SeedFile;
import dev.sandoo.server.seed.Seeds;
import dev.sandoo.server.storage.DatabaseBackup;
import dev.sandoo.server.storage.SchemaTemplate;
import dev.sandoo.server.stub.StubBook;
import dev.sandoo.server.stub.StubDelays;
import dev.sandoo.server.stub.StubShelf;
import dev.sandoo.server.stub.StubbedMethods;
import dev.sandoo.server.wire.json2.Json2Endpoint;
import dev.sandoo.server.wire.routes.RouteEndpoint;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The map of the running system: every part is made here, top to bottom, and handed to those that use it. */
final class Composition {
    /** Odoo's default; a stand-in with the password {@code admin} has nothing to guard with a better one. */
    private static final String MASTER_PASSWORD = "admin";

    /** passlib's default. More would make each first login of a process wait, to guard passwords that everybody knows. */
    private static final int PASSWORD_ROUNDS = 25_000;

    private static final String NAME_TAKEN = "42P04";

    private final EmulatorConfig config;
    private final Teardown teardown;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    /** @param teardown takes whatever must be closed, also when a later part cannot be made */
    Composition(EmulatorConfig config, Teardown teardown) {
        this.config = config;
        this.teardown = teardown;
    }

    /** The whole of it, listening. */
    HttpServer build() {
        HttpSettings settings = httpSettings();
        HttpServer.requireFree(settings);
        StartingPostgres postgres = teardown.add(StartingPostgres.by(() -> PostgresServers.start(config.postgres())));
        Schema schema = SchemaLoader.load(config.odooVersion());
        BaseData baseData = BaseData.of(config.odooVersion());
        OdooVersion version = schema.version();

        VerifiedSecrets secrets = new VerifiedSecrets(new PasswordHasher(random, PASSWORD_ROUNDS), random);
        Sessions sessions = new Sessions(version);
        Authenticator authenticator = new Authenticator(version, secrets, new LoginCooldown(), sessions);
        SignIn signIn = SignIn.of(version, authenticator, random);

        AccessCatalog rights = new AccessCatalog(version);
        Registry registry = new Registry(schema, behaviours(secrets, signIn));
        Registries registries = new Registries(registry);
        Models models = new Models(registries);

        SchemaTemplate template = new SchemaTemplate(schema, baseData, secrets::hash, clock);
        Databases databases =
                teardown.add(new PostgresDatabases(postgres.await(), template, PoolSettings.STANDARD, clock));
        KnownDatabases known = new KnownDatabases(databases, config.databaseFilter());

        Journal journal = new Journal(JournalBounds.STANDARD);
        CallWatch watch = watch(journal);
        CallAudit audit = new CallAudit(teardown.add(auditTrail(databases)));
        Metrics metrics = new Metrics(registry::has);
        metrics.watch("registries", registries.cache());
        metrics.watch("rights", rights.cache());
        Callers callers = new Callers(version, rights, sessions);
        StubDelays delays = new StubDelays();
        ObjectMethods ownMethods = new ModelMethods(models);
        ObjectMethods methods =
                new StubbedMethods(ownMethods, models, new StubBook(version), watch::answeredBy, delays);
        SpoiledAnswers spoiled = new SpoiledAnswers();
        List<CallInterceptor> interceptors =
                List.of(metrics.calls(), watch, new FaultInterceptor(version, databases, spoiled), delays);
        Dispatcher dispatcher = new Dispatcher(
                version,
                databases,
                authenticator,
                callers,
                watch.noting(new KeyPolicies()),
                methods,
                audit,
                interceptors);
        Dispatcher inside = new Dispatcher(
                version, databases, authenticator, callers, KeyPolicy.PERMISSIVE, methods, audit, List.of());
        Seeds seeds = new Seeds(inside, ownMethods, models, authenticator);
        StubShelf stubs = new StubShelf(version, dispatcher, models, authenticator);
        FaultShelf faults = new FaultShelf(databases);
        StartDocuments start = StartDocuments.read(config, databases, stubs, faults);
        provideDatabase(databases, inside, seeds, start);
        storePolicies(inside, authenticator);
        postgres.await().settle();
        MasterPassword masterPassword = new MasterPassword(databases, MASTER_PASSWORD, secrets::hash, secrets::matches);
        ZipBackups backups = new ZipBackups(new DatabaseBackup(version, template.hash()));
        ManagedDatabases managed = new ManagedDatabases(
                databases, known, backups, startSnapshot(), List.of(start::intoFresh, journal::clear));
        DatabaseOperations operations = new DatabaseOperations(
                version,
                databases,
                known,
                dispatcher,
                backups,
                name -> new DemoRecords(dispatcher).create(name),
                start::intoFresh);
        DatabaseService databaseService = new DatabaseService(
                version,
                known,
                masterPassword,
                operations,
                new WorldCatalogue(baseData),
                config.databaseManager() ? Management.OPEN : Management.CLOSED);
        Services services = new Services(version, dispatcher, databaseService);

        SessionTokens tokens = new SessionTokens(version, random);
        WebAccess access = new WebAccess(
                version, databases, known, config.database(), tokens, sessions, authenticator, callers, audit);
        WebLogins logins = new WebLogins(
                access,
                signIn.secondFactor(),
                new TrustedDevices(version, secrets, random),
                CallInterceptor.all(interceptors));
        WebSessions webSessions = new WebSessions(access, new WebFacts(models));
        OwnAccount account = new OwnAccount(access, dispatcher, methods);
        WebClient web = new WebClient(
                logins,
                webSessions,
                account,
                new WebFiles(dispatcher, webSessions, models),
                databaseService,
                tokens,
                dispatcher,
                clock);

        TestingControls testing = new TestingControls(databases, new DatabaseClocks(version, databases), stubs, faults);
        Json2Endpoint json2 = new Json2Endpoint(
                version, dispatcher, new Documentation(dispatcher, new ModelDescriptions(models, version)));
        RouteConfiguration custom = RouteConfiguration.of(config.routes(), System.getenv(), schema);
        AccessTokens accessTokens = new AccessTokens(authenticator, random);
        RouteCallers routeCallers = new RouteCallers(
                version,
                databases,
                authenticator,
                accessTokens,
                headerKeys(custom, authenticator, secrets),
                audit,
                dispatcher);
        RouteEndpoint endpoint = new RouteEndpoint(version, dispatcher, routeCallers, AccessTokens.LIFE);
        Routes routes = Routes.of(version, services, web)
                .withJson2(version, json2, known, Optional.of(web))
                .withServerDocuments(version)
                .withFiles(version, web)
                .withCustom(version, new CustomRoutes(endpoint, custom.routes(), known, config.database()), web)
                .guarded(version, known)
                .withControl(
                        new ControlInterface(
                                        config, databases, managed, seeds, metrics, clock, journal, testing.table())
                                .api(),
                        version,
                        web);
        return teardown.add(new HttpServer(settings, routes, spoiled)).start();
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

    private static HeaderKeys headerKeys(
            RouteConfiguration custom, Authenticator authenticator, VerifiedSecrets secrets) {
        List<HeaderKeys.Configured> configured = custom.keys().stream()
                .map(key -> new HeaderKeys.Configured(key.name(), key.login(), key.secret()))
                .toList();
        return new HeaderKeys(authenticator, secrets, configured);
    }

    /** @param dispatcher makes demo records unwatched: no client has called */
    /** Seeds may have records of models that stubs declare; resets go back to all of it. */
    private void provideDatabase(Databases databases, Dispatcher dispatcher, Seeds seeds, StartDocuments start) {
        databases.prepare();
        if (databases.open(config.database()).isPresent()) {
            start.into(config.database());
            return;
        }
        try {
            databases.create(config.database());
        } catch (DatabaseError e) {
            throw e.sqlState().equals(NAME_TAKEN) ? nameTaken(e) : e;
        }
        try {
            start.into(config.database());
            if (config.demo()) {
                new DemoRecords(dispatcher).create(config.database());
            }
            config.seeds().ifPresent(place -> seeds.write(config.database(), SeedFile.in(place)));
        } catch (SeedException e) {
            databases.drop(config.database()); // the next start is to try again
            throw new StartException("the seeds cannot be written:\n" + e.getMessage(), e);
        } catch (StartException e) {
            databases.drop(config.database());
            throw e;
        }
        startSnapshot().ifPresent(snapshot -> databases.keep(config.database(), snapshot));
    }

    /** The snapshot of what a database made at the start holds, if that is more than what any new one does. */
    private Optional<String> startSnapshot() {
        return config.demo()
                        || config.seeds().isPresent()
                        || config.stubs().isPresent()
                        || config.faults().isPresent()
                ? Optional.of(config.database() + "-start")
                : Optional.empty();
    }

    /** As the superuser, who needs no password to those who run the server. */
    private void storePolicies(Dispatcher inside, Authenticator authenticator) {
        Credential owner = new Credential.Proof(authenticator::superuser);
        config.policies().ifPresent(folder -> new PolicyFolder(folder, inside, owner).store(config.database()));
    }

    private StartException nameTaken(DatabaseError cause) {
        String message =
                "PostgreSQL has a database %s already that is not Sandoo's for Odoo %s; choose another name with --db"
                        .formatted(config.database(), config.odooVersion());
        return new StartException(message, cause);
    }

    private static Behaviours behaviours(VerifiedSecrets secrets, SignIn signIn) {
        return Behaviours.of(Addons.all(new Secrets(secrets::hash, secrets::matches), signIn));
    }
}
