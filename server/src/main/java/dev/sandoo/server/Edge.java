package dev.sandoo.server;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.BaseData;
import dev.sandoo.server.auth.AccessTokens;
import dev.sandoo.server.auth.HeaderKeys;
import dev.sandoo.server.auth.session.SessionTokens;
import dev.sandoo.server.auth.totp.TrustedDevices;
import dev.sandoo.server.control.ControlApi;
import dev.sandoo.server.control.databases.ManagedDatabases;
import dev.sandoo.server.demo.DemoRecords;
import dev.sandoo.server.http.CustomRoutes;
import dev.sandoo.server.http.Routes;
import dev.sandoo.server.http.WebClient;
import dev.sandoo.server.rpc.CallInterceptor;
import dev.sandoo.server.rpc.DatabaseClocks;
import dev.sandoo.server.rpc.DatabaseOperations;
import dev.sandoo.server.rpc.DatabaseService;
import dev.sandoo.server.rpc.DatabaseService.Management;
import dev.sandoo.server.rpc.Documentation;
import dev.sandoo.server.rpc.KeyLogins;
import dev.sandoo.server.rpc.MasterPassword;
import dev.sandoo.server.rpc.OwnAccount;
import dev.sandoo.server.rpc.RouteCallers;
import dev.sandoo.server.rpc.Services;
import dev.sandoo.server.rpc.WebAccess;
import dev.sandoo.server.rpc.WebFiles;
import dev.sandoo.server.rpc.WebLogins;
import dev.sandoo.server.rpc.WebSessions;
import dev.sandoo.server.wire.json2.Json2Endpoint;
import dev.sandoo.server.wire.routes.RouteEndpoint;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What clients, browsers, tests and people reach over HTTP, made from the parts behind it. */
final class Edge {
    /** Odoo's default; a stand-in with the password {@code admin} has nothing to guard with a better one. */
    private static final String MASTER_PASSWORD = "admin";

    private final EmulatorConfig config;
    private final Core core;
    private final OdooVersion version;
    private final SecureRandom random;
    private final Clock clock;

    Edge(EmulatorConfig config, Core core, SecureRandom random, Clock clock) {
        this.config = config;
        this.core = core;
        this.version = core.schema().version();
        this.random = random;
        this.clock = clock;
    }

    /** What the edge stands before. */
    record Core(Schema schema, Storage storage, Identities identities, CallPath calls, StartContent start) {}

    /** Every route, in the order in which they are asked. */
    Routes routes() {
        DatabaseService databases = databaseService();
        WebClient web = webClient(databases);
        return Routes.of(version, new Services(version, core.calls().dispatcher(), databases), web)
                .withJson2(version, json2(), core.storage().known(), Optional.of(web))
                .withServerDocuments(version)
                .withFiles(version, web)
                .withCustom(version, customRoutes(), web)
                .guarded(version, core.storage().known())
                .withControl(control(), version, web);
    }

    private DatabaseService databaseService() {
        Storage storage = core.storage();
        DatabaseOperations operations = new DatabaseOperations(
                version,
                storage.all(),
                storage.known(),
                core.calls().dispatcher(),
                storage.backups(),
                new DemoRecords(core.calls().dispatcher())::create,
                core.start().documents()::intoFresh);
        MasterPassword masterPassword = new MasterPassword(
                storage.all(),
                MASTER_PASSWORD,
                core.identities().secrets()::hash,
                core.identities().secrets()::matches);
        return new DatabaseService(
                version,
                storage.known(),
                masterPassword,
                operations,
                new WorldCatalogue(BaseData.of(config.odooVersion())),
                config.databaseManager() ? Management.OPEN : Management.CLOSED);
    }

    private WebClient webClient(DatabaseService databases) {
        Identities identities = core.identities();
        CallPath calls = core.calls();
        SessionTokens tokens = new SessionTokens(version, random);
        WebAccess access = new WebAccess(
                version,
                core.storage().all(),
                core.storage().known(),
                config.database(),
                tokens,
                identities.sessions(),
                identities.authenticator(),
                identities.callers(),
                calls.observers().audit());
        WebSessions sessions = new WebSessions(access, new WebFacts(calls.models()));
        return new WebClient(
                new WebLogins(
                        access,
                        identities.signIn().secondFactor(),
                        new TrustedDevices(version, identities.secrets(), random),
                        CallInterceptor.all(calls.interceptors())),
                sessions,
                new OwnAccount(access, calls.dispatcher(), calls.methods()),
                new WebFiles(calls.dispatcher(), sessions, calls.models()),
                databases,
                tokens,
                calls.dispatcher(),
                clock);
    }

    private Json2Endpoint json2() {
        CallPath calls = core.calls();
        ModelDescriptions descriptions = new ModelDescriptions(calls.models(), version);
        return new Json2Endpoint(version, calls.dispatcher(), new Documentation(calls.dispatcher(), descriptions));
    }

    private CustomRoutes customRoutes() {
        RouteConfiguration custom = RouteConfiguration.of(config.routes(), System.getenv(), core.schema());
        Identities identities = core.identities();
        CallPath calls = core.calls();
        RouteCallers callers = new RouteCallers(
                version,
                core.storage().all(),
                identities.authenticator(),
                new AccessTokens(identities.authenticator(), random),
                headerKeys(custom),
                calls.observers().audit(),
                new KeyLogins(identities.callers(), calls.policy()));
        RouteEndpoint endpoint = new RouteEndpoint(version, calls.dispatcher(), callers, AccessTokens.LIFE);
        return new CustomRoutes(endpoint, custom.routes(), core.storage().known(), config.database());
    }

    private HeaderKeys headerKeys(RouteConfiguration custom) {
        List<HeaderKeys.Configured> configured = custom.keys().stream()
                .map(key -> new HeaderKeys.Configured(key.name(), key.login(), key.secret()))
                .toList();
        Identities identities = core.identities();
        return new HeaderKeys(identities.authenticator(), identities.secrets(), configured);
    }

    private ControlApi control() {
        Storage storage = core.storage();
        StartContent start = core.start();
        Observers observers = core.calls().observers();
        ManagedDatabases managed = new ManagedDatabases(
                storage.all(),
                storage.known(),
                storage.backups(),
                start.snapshot(),
                List.of(start.documents()::intoFresh, observers.journal()::clear));
        TestingControls testing = new TestingControls(
                storage.all(), new DatabaseClocks(version, storage.all()), start.stubs(), start.faults());
        return new ControlInterface(
                        config,
                        storage.all(),
                        managed,
                        start.seeds(),
                        observers.metrics(),
                        clock,
                        observers.journal(),
                        testing.table())
                .api();
    }
}
