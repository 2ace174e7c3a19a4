package dev.sandoo.server.http;

import static dev.sandoo.server.wire.xmlrpc.XmlRpcDialect.NUMBERED_FAULTS;
import static dev.sandoo.server.wire.xmlrpc.XmlRpcDialect.WORDED_FAULTS;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.control.ControlApi;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.rpc.KnownDatabases;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.RpcServices;
import dev.sandoo.server.rpc.WebFiles;
import dev.sandoo.server.web.ControlPages;
import dev.sandoo.server.wire.json2.Json2Endpoint;
import dev.sandoo.server.wire.jsonrpc.JsonRpcEndpoint;
import dev.sandoo.server.wire.jsonrpc.JsonRpcMethod;
import dev.sandoo.server.wire.jsonrpc.ServiceCalls;
import dev.sandoo.server.wire.webclient.WebMethod;
import dev.sandoo.server.wire.xmlrpc.XmlRpcDialect;
import dev.sandoo.server.wire.xmlrpc.XmlRpcEndpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Every path the server answers, in one table. */
public final class Routes {
    /** Up to 14.0 only POST reaches XML-RPC; later OPTIONS does too, as a request without a body. Source: wire_http cors. */
    private static final String OPTIONS_REACH_RPC = "http.options-reach-rpc";

    private static final String MEDIA_TYPE_DECIDES = "http.media-type-decides";

    private static final String JSON_2 = "http.json2";

    private static final String SERVER_DOCUMENTS = "http.server-documents";
    private static final String DATABASE_NAMED_BY_HEADER = "http.database-named-by-header";

    /** What needs no database, or finds one by itself. */
    private static final Set<String> WITHOUT_DATABASE = Set.of(
            "/xmlrpc/2/{service}",
            "/xmlrpc/{service}",
            "/jsonrpc",
            "/web/webclient/version_info",
            "/web/health",
            "/web/version",
            "/json/version",
            "/robots.txt",
            "/web/database/selector",
            "/web/database/manager",
            "/web/database/list",
            "/web/static/sandoo.css",
            "/web/static/copy.js");

    private static final Set<String> READ = Set.of("GET", "HEAD");
    private static final Set<String> READ_OR_OPTIONS = Set.of("GET", "HEAD", "OPTIONS");

    static final Set<String> ANY = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> POST = Set.of("POST");
    private static final Set<String> POST_OR_OPTIONS = Set.of("POST", "OPTIONS");

    private final List<Route> table;
    private final HttpHandler unknown;

    Routes(List<Route> table) {
        this(table, request -> ErrorPages.notFound());
    }

    private Routes(List<Route> table, HttpHandler unknown) {
        this.table = List.copyOf(table);
        this.unknown = unknown;
    }

    /** The paths of an Odoo of this version, answered by these services. */
    public static Routes of(OdooVersion version, RpcServices services) {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(services, "services");
        return new Routes(new Handlers(version, services).table());
    }

    /** The same with what the web client talks to. */
    public static Routes of(OdooVersion version, RpcServices services, WebClient web) {
        Handlers handlers = new Handlers(version, services);
        List<Route> table = new ArrayList<>(handlers.table());
        table.addAll(handlers.webTable(web));
        return new Routes(table);
    }

    /**
     * The same with JSON-2 and its documents, where the version has them.
     *
     * @param web lets people who are logged in call too, as their browsers do
     */
    public Routes withJson2(
            OdooVersion version, Json2Endpoint endpoint, KnownDatabases databases, Optional<WebClient> web) {
        if (!version.has(JSON_2)) {
            return this;
        }
        Optional<Json2Sessions> sessions =
                web.map(client -> new Json2Sessions(client.cookie(version), client.sessions()));
        return with(new Json2Routes(endpoint, new DatabaseChoice(databases), sessions, page("/doc")).table());
    }

    /** The same with the documents about the server itself, where the version has them. */
    public Routes withServerDocuments(OdooVersion version) {
        return version.has(SERVER_DOCUMENTS) ? with(new PlainAnswers(version).table()) : this;
    }

    /** The same with files; and what no route answers is looked for among them. */
    public Routes withFiles(OdooVersion version, WebClient web) {
        WebFiles files = web.files();
        RequestIds ids = new RequestIds(Instant.now());
        SessionCookie session = web.cookie(version);
        FileStyle style = FileStyle.of(version);
        HttpHandler content = new FileHandler(FileHandler.Kind.CONTENT, files, session, style, ids);
        HttpHandler image = new FileHandler(FileHandler.Kind.IMAGE, files, session, style, ids);
        HttpHandler logo = new LogoHandler(version, files, session, ids);
        List<Route> more = List.of(
                Route.of(READ, "/web/content", content),
                Route.of(READ, "/web/content/**", content),
                Route.of(READ, "/web/image", image),
                Route.of(READ, "/web/image/**", image),
                Route.of(READ_OR_OPTIONS, "/web/binary/company_logo", logo),
                Route.of(READ_OR_OPTIONS, "/logo", logo),
                Route.of(READ_OR_OPTIONS, "/logo.png", logo));
        List<Route> all = new ArrayList<>(table);
        all.addAll(more);
        return new Routes(all, new UnknownPath(version, files, session, ids));
    }

    /** The same, but turning away requests for databases that are not there or not for their host. */
    public Routes guarded(OdooVersion version, KnownDatabases databases) {
        DatabaseChoice choice = new DatabaseChoice(databases);
        boolean named = version.has(DATABASE_NAMED_BY_HEADER);
        List<Route> all = table.stream()
                .map(route -> WITHOUT_DATABASE.contains(route.path())
                        ? route
                        : new Route(
                                route.methods(), route.segments(), new DatabaseGuard(choice, named, route.handler())))
                .toList();
        return new Routes(all, new DatabaseGuard(choice, named, unknown));
    }

    /** The page at this path, which others like it show too. */
    private HttpHandler page(String path) {
        return table.stream()
                .filter(route -> route.path().equals(path))
                .findFirst()
                .map(Route::handler)
                .orElse(request -> ErrorPages.notFound());
    }

    private Routes with(List<Route> more) {
        List<Route> all = new ArrayList<>(table);
        all.addAll(more);
        return new Routes(all, unknown);
    }

    /** The same with routes of one's own, which go first: none of them can have a path of Odoo's. */
    public Routes withCustom(OdooVersion version, CustomRoutes custom, WebClient web) {
        List<Route> more = new ArrayList<>(custom.table(web.cookie(version)));
        more.addAll(table);
        return new Routes(more, unknown);
    }

    /** The same with the control interface, which is not Odoo's and asks for no database. */
    public Routes withControl(ControlApi control, OdooVersion version, WebClient web) {
        List<Route> more = new ArrayList<>();
        RequestIds ids = new RequestIds(Instant.now());
        ControlPages.table()
                .forEach((path, page) ->
                        more.add(Route.of(READ, path, new PageHandler(version, page, web.cookie(version), ids))));
        more.add(Route.of(ANY, ControlApi.ROOT + "/**", new ControlHandler(control)));
        more.addAll(table);
        return new Routes(more, unknown);
    }

    List<Route> table() {
        return table;
    }

    /** What answers where no route does. */
    HttpHandler unknown() {
        return unknown;
    }

    /** The table, and what its lines are made of. */
    private static final class Handlers {
        private final OdooVersion version;
        private final RpcServices services;
        private final XmlRpcEndpoint xmlRpc;
        private final RequestIds ids = new RequestIds(Instant.now());

        Handlers(OdooVersion version, RpcServices services) {
            this.version = version;
            this.services = services;
            this.xmlRpc = new XmlRpcEndpoint(version, services);
        }

        List<Route> table() {
            Set<String> post = version.has(OPTIONS_REACH_RPC) ? POST_OR_OPTIONS : POST;
            return List.of(
                    Route.of(post, "/xmlrpc/2/{service}", xmlRpc(NUMBERED_FAULTS)),
                    Route.of(post, "/xmlrpc/{service}", xmlRpc(WORDED_FAULTS)),
                    Route.of(ANY, "/jsonrpc", jsonRpc("/jsonrpc", new ServiceCalls(version, services))),
                    Route.of(
                            ANY, "/web/webclient/version_info", jsonRpc("/web/webclient/version_info", versionInfo())));
        }

        List<Route> webTable(WebClient web) {
            SessionCookie cookie = web.cookie(version);
            List<Route> table = new ArrayList<>();
            web.methods(version, services)
                    .forEach((path, method) -> table.add(Route.of(ANY, path, webMethod(path, method, cookie))));
            web.pages(version)
                    .forEach((path, page) ->
                            table.add(Route.of(ANY, path, new PageHandler(version, page, cookie, ids))));
            return table;
        }

        private HttpHandler webMethod(String path, WebMethod method, SessionCookie cookie) {
            return new WebMethodHandler(new JsonRpcEndpoint(version, path, Handlers::refuseJson), method, cookie, ids);
        }

        private HttpHandler xmlRpc(XmlRpcDialect dialect) {
            HttpHandler handler = new XmlRpcHandler(xmlRpc, dialect, ids);
            return version.has(MEDIA_TYPE_DECIDES)
                    ? new MediaTypeHandler(jsonRpc("/xmlrpc", Handlers::refuseJson), handler)
                    : handler;
        }

        private HttpHandler jsonRpc(String path, JsonRpcMethod method) {
            return new JsonRpcHandler(new JsonRpcEndpoint(version, path, method), ids);
        }

        private JsonRpcMethod versionInfo() {
            return (params, origin) -> services.call("common", "version", List.of(), origin);
        }

        private static Object refuseJson(Object params, Origin origin) {
            throw PythonError.of(
                    "werkzeug.exceptions.BadRequest",
                    "400 Bad Request: Function declared as capable of handling request of type 'http' but called with a"
                            + " request of type 'json'",
                    List.of());
        }
    }
}
